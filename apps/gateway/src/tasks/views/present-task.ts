import type { AttemptEvidence, TaskState } from '#rotunda/contracts';
import { documentPath } from '../../documents/document-path.js';
import type { FoundTask } from '../lookup/found-task.js';
import type { AttemptEvidenceView } from './attempt-views.js';
import type { TaskGroupView, TaskView } from './task-views.js';

/** The task with links to what its attempts saw. */
export const presentTask = (task: TaskState): TaskView => ({
  ...task,
  attempts: task.attempts.map((attempt) =>
    attempt.evidence ? { ...attempt, evidence: linked(attempt.evidence) } : attempt,
  ),
});

/** The task, or the group with its children. */
export const presentFound = (found: FoundTask): TaskView | TaskGroupView =>
  'children' in found ? { ...found, children: found.children.map(presentTask) } : presentTask(found);

const linked = (evidence: AttemptEvidence): AttemptEvidenceView => ({
  ...evidence,
  ...(evidence.page_sha256 && { page: documentPath(evidence.page_sha256) }),
  ...(evidence.screenshot_sha256 && { screenshot: documentPath(evidence.screenshot_sha256) }),
});
