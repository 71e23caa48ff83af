import { HttpStatus, Inject, Injectable, NotFoundException } from '@nestjs/common';
import { isFinal, kindOf, type TaskState } from '#rotunda/contracts';
import {
  DeadLetterBox,
  InvalidCommand,
  type LetterFilters,
  parseCommand,
  retriesOf,
  type StoredLetter,
  TASK_SETTINGS,
  TaskReruns,
  type TaskSettings,
} from '#rotunda/tasks';
import { ProblemException } from '../http/problem.js';
import type { ReplayCounts } from './dead-letter-views.js';
import { TaskLookup } from '../tasks/lookup/task-lookup.js';

export interface Replay {
  task_id: string;
  run: number;
  /** Why the command is going to be refused again. */
  warning?: string;
}

/** Gives the task of a dead letter another run, with the original command. */
@Injectable()
export class DeadLetterReplays {
  constructor(
    private readonly box: DeadLetterBox,
    private readonly reruns: TaskReruns,
    private readonly tasks: TaskLookup,
    @Inject(TASK_SETTINGS) private readonly settings: Pick<TaskSettings, 'TASK_MAX_RETRIES'>,
  ) {}

  /** @throws NotFoundException, ProblemException (409) if its task already has a later run, or its run has not ended */
  async replay(sequence: number): Promise<Replay> {
    const stored = await this.box.find(sequence);
    if (!stored) {
      throw new NotFoundException(`There is no dead letter ${sequence}; tasks/dead-letters lists all dead letters.`);
    }
    const replay = await this.queue(stored);
    if ('run' in replay) return replay;
    const { state, run, id } = replay.refusedBy;
    const detail =
      run > stored.letter.run
        ? `Task ${id} already has a later run than dead letter ${sequence}: run ${run} (${state}).`
        : `Task ${id} is ${state} in the run of dead letter ${sequence}; it can be replayed once that run has ended.`;
    throw new ProblemException(HttpStatus.CONFLICT, 'letter-superseded', detail);
  }

  /** All current letters whose task has no later run. */
  async replayAll(filters: LetterFilters): Promise<ReplayCounts> {
    const counts: ReplayCounts = { replayed: 0, invalid: 0, skipped: 0 };
    const letters: StoredLetter[] = [];
    for await (const letter of this.box.newestFirst(filters)) letters.push(letter);
    for (const letter of letters) {
      const replay = await this.queue(letter);
      counts['run' in replay ? 'replayed' : 'skipped'] += 1;
      if ('warning' in replay) counts.invalid += 1;
    }
    return counts;
  }

  private async queue(stored: StoredLetter): Promise<Replay | { refusedBy: TaskState }> {
    const { letter } = stored;
    const recorded = (await this.tasks.findTask(letter.task_id)) ?? stateOf(stored, this.settings.TASK_MAX_RETRIES);
    // Only the letter's own run may be followed: of two replays at once, the later one finds the other's run.
    const accepts = ({ state, run }: TaskState): boolean => run === letter.run && isFinal(state);
    const body = withoutExpiry(letter.body);
    const outcome = await this.reruns.rerun(letter.task_id, { recorded, body, accepts, source: 'replay' });
    if (outcome.kind === 'refused') return { refusedBy: outcome.state };
    const run = outcome.kind === 'queued' ? outcome.state.run : letter.run + 1;
    const warning = await faultOf(stored);
    return { task_id: letter.task_id, run, ...(warning ? { warning } : {}) };
  }
}

async function faultOf({ name, letter }: StoredLetter): Promise<string | null> {
  try {
    await parseCommand(kindOf(name).command, new TextEncoder().encode(letter.body));
    return null;
  } catch (error) {
    if (error instanceof InvalidCommand) return error.message;
    throw error;
  }
}

/** The body as it is, except for `expires_at`, which was meant for the earlier run. */
function withoutExpiry(body: string): string {
  try {
    const fields: unknown = JSON.parse(body);
    if (typeof fields !== 'object' || fields === null || !('expires_at' in fields)) return body;
    const { expires_at: _expired, ...kept } = fields;
    return JSON.stringify(kept);
  } catch {
    return body;
  }
}

/** The state of a task that is neither in KV nor in the history any more, made from its letter. */
const stateOf = ({ chamber, name, letter }: StoredLetter, maxRetries: number): TaskState => ({
  v: 1,
  id: letter.task_id,
  chamber,
  name,
  args: {},
  state: 'FAILURE',
  run: letter.run,
  // The attempts are gone, but their numbers must go on: the fence refuses an attempt with an old number.
  attempts: letter.attempts > 0 ? [forgottenAttempt(letter.attempts, letter.died_at)] : [],
  retries: 0,
  max_retries: retriesOf(name, maxRetries),
  crashes: 0,
  worker: null,
  stream_seq: null,
  times: { queued: letter.died_at, started: null, finished: letter.died_at },
  progress: { phase: 'queued', done: 0, total: 0, saved: 0, skipped: 0, errors: 0 },
  error: letter.error,
});

const forgottenAttempt = (n: number, at: string): TaskState['attempts'][number] => ({
  n,
  worker: 'forgotten',
  started: at,
  finished: at,
});
