import type { RotundaApi } from '../api/rotunda-api.js';
import type { Cli } from '../cli.js';
import { outcomeLines } from './outcome-lines.js';
import { type Submission, submit, submitSafely, type Submitted } from './submission.js';
import { waitForTasks, type WaitOptions } from './wait-for-tasks.js';

/**
 * Queues a command and prints its task's id. With `wait` it then waits for its end, and the answer is the task's status.
 * The exit code is 1 unless the task succeeds.
 *
 * @param wait null to wait for nothing
 */
export async function submitAndWait(
  api: RotundaApi,
  submission: Submission,
  cli: Cli,
  wait: WaitOptions | null,
): Promise<void> {
  const submitted = await (wait ? submitSafely(api, submission, cli) : submit(api, submission));
  if (wait === null || cli.output.mode !== 'json') showSubmitted(submitted, cli);
  if (wait === null) return;
  const id = submitted.task_id;
  const [waited] = await waitForTasks(api, [id], cli, { ...wait, hasAnswered: true });
  const [lines, status] = await Promise.all([outcomeLines(waited!), api.sendUntilAnswered(`/tasks/status/${id}`, {})]);
  cli.output.show(status, () => ({ lines }));
  cli.exitCode = waited!.state === 'SUCCESS' ? 0 : 1;
}

function showSubmitted(submitted: Submitted, { output }: Cli): void {
  const ids = [submitted.task_id];
  output.show(submitted, () => ({ lines: ids, quiet: ids }));
  output.hint(submitted.message);
}
