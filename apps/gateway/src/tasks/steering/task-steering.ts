import { ConflictException, HttpStatus, Injectable, Logger } from '@nestjs/common';
import { isFinal, kindOf, TASK_ERROR_CODES, type TaskState } from '#rotunda/contracts';
import { CommandQueue } from '#rotunda/messaging';
import { TaskFences } from '#rotunda/persistence';
import { type GroupState, LiveState, type RerunOutcome, TaskControl, TaskDispatcher, TaskReruns } from '#rotunda/tasks';
import { ProblemException } from '../../http/problem.js';
import { TaskLookup } from '../lookup/task-lookup.js';

export type EndedHow = 'revoked' | 'stopping';

/** A run that was queued. */
export interface QueuedRun {
  id: string;
  run: number;
  /** It was waiting for a retry and now runs at once. */
  isHurried: boolean;
}

/** Operators' actions on tasks and groups. */
@Injectable()
export class TaskSteering {
  private readonly logger = new Logger('Steering');

  constructor(
    private readonly queue: CommandQueue,
    private readonly control: TaskControl,
    private readonly reruns: TaskReruns,
    private readonly dispatcher: TaskDispatcher,
    private readonly fences: TaskFences,
    private readonly tasks: TaskLookup,
    private readonly live: LiveState,
  ) {}

  /** For a group, also cancels children that are not published yet. @throws ConflictException if all have ended */
  async cancel(id: string): Promise<EndedHow> {
    const found = await this.tasks.get(id);
    if (!('children' in found)) return this.cancelOne(id);
    const { children, missing } = await this.tasks.partsOf(id);
    const outcomes = await Promise.all([
      ...missing.map((task) => this.control.cancelPlanned(task)),
      ...children.map((child) => this.control.cancel(child.id)),
    ]);
    return this.atLeastOne(id, outcomes, 'cancel');
  }

  /** @throws ConflictException if it has ended */
  async cancelOne(id: string): Promise<EndedHow> {
    return this.atLeastOne(id, [await this.control.cancel(id, this.live.known(id))], 'cancel');
  }

  /** @throws ConflictException if all have ended */
  async terminate(id: string): Promise<void> {
    const found = await this.tasks.get(id);
    const { children, missing } =
      'children' in found ? await this.tasks.partsOf(id) : { children: [found], missing: [] };
    const outcomes = await Promise.all([
      ...missing.map((task) => this.control.cancelPlanned(task)),
      ...children.map((child) => this.terminateOne(child)),
    ]);
    await this.atLeastOne(id, outcomes, 'terminate');
  }

  /** @throws ConflictException, ProblemException (409) where no run can be queued, with the reason */
  async retry(id: string): Promise<QueuedRun[]> {
    const found = await this.tasks.get(id);
    return 'children' in found ? this.retryGroup(found) : [await this.retryOne(found)];
  }

  private async terminateOne({ id }: TaskState) {
    const outcome = await this.control.terminate(id);
    if (outcome !== 'revoked') return outcome;
    const attempts = (await this.tasks.findTask(id))?.attempts ?? [];
    // A worker that is frozen in a transaction must not commit it when it wakes up.
    await this.fences.turnAwayBefore(id, (attempts.at(-1)?.n ?? 0) + 1).catch((error: unknown) => {
      this.logger.warn(`${id} is terminated, but Postgres does not know yet: ${String(error)}`);
    });
    return outcome;
  }

  private async atLeastOne(id: string, outcomes: string[], verb: string): Promise<EndedHow> {
    const outcome = (['stopping', 'revoked'] as const).find((one) => outcomes.includes(one));
    if (outcome) return outcome;
    const { state } = await this.tasks.get(id);
    throw new ConflictException(`Task ${id} has ended already (${state}); there is nothing to ${verb}.`);
  }

  /** @throws ProblemException (409) where no run can be queued, with the reason */
  async retryOne(task: TaskState): Promise<QueuedRun> {
    if (isUnreadable(task)) {
      throw conflict(
        'command-invalid',
        `Task ${task.id} failed because its command is not valid, and would fail again: ${task.error?.message} ` +
          `Send a corrected command${kindOf(task.name).leavesDeadLetter ? '; its dead letter can be replayed' : ''}.`,
      );
    }
    const outcome = await this.reruns.rerun(task.id, { recorded: task, known: this.live.known(task.id) });
    if (outcome.kind === 'refused' && (await this.isLost(outcome.state))) {
      const { run, stream_seq } = outcome.state;
      const accepts = (now: TaskState): boolean =>
        now.state === 'PENDING' && now.run === run && now.stream_seq === stream_seq;
      return queuedRun(task, await this.reruns.rerun(task.id, { accepts }));
    }
    return queuedRun(task, outcome);
  }

  /** Whether its command is gone, e.g. because the stream was purged: no worker would ever take it. */
  async isLost({ id, state, run, stream_seq, unpublished }: TaskState): Promise<boolean> {
    if (state !== 'PENDING' || stream_seq === null || unpublished) return false;
    if (await this.queue.find(stream_seq)) return false;
    // A worker that has just finished it wrote the state before it removed the command.
    const now = await this.tasks.findTask(id);
    return now?.state === 'PENDING' && now.run === run && now.stream_seq === stream_seq;
  }

  /** Retries the children that did not succeed, or all if all succeeded. Running and queued ones continue. */
  private async retryGroup(group: GroupState): Promise<QueuedRun[]> {
    const { children, missing } = await this.tasks.partsOf(group.id);
    const succeeded = children.every(({ state }) => state === 'SUCCESS') && missing.length === 0;
    const chosen = children.filter(
      ({ state }) => succeeded || state === 'RETRY' || (isFinal(state) && state !== 'SUCCESS'),
    );
    const runs = chosen.filter((child) => !isUnreadable(child)).map((child) => this.retryChild(child));
    const queued = (await Promise.all(runs)).filter((run) => run !== null);
    await this.dispatcher.submitAll(missing, 'retry');
    const added = missing.map(({ id }) => ({ id, run: 1, isHurried: false }));
    if (queued.length + added.length > 0) return [...queued, ...added];
    throw conflict('task-not-ended', `No child of ${group.id} can be retried now: the group is ${group.state}.`);
  }

  /** Null if another request was faster. */
  private async retryChild(child: TaskState): Promise<QueuedRun | null> {
    const outcome = await this.reruns.rerun(child.id, { recorded: child });
    return outcome.kind === 'queued' ? queuedRun(child, outcome) : null;
  }
}

const isUnreadable = ({ state, error }: TaskState): boolean =>
  state === 'FAILURE' && error?.code === TASK_ERROR_CODES.invalidCommand;

function queuedRun(before: TaskState, outcome: RerunOutcome): QueuedRun {
  if (outcome.kind === 'queued') {
    return { id: before.id, run: outcome.state.run, isHurried: before.state === 'RETRY' };
  }
  const { state, run } = outcome.kind === 'refused' ? outcome.state : before;
  if (state === 'STARTED') {
    const detail = `Task ${before.id} is running (run ${run}); cancel or terminate it first, or wait for its end.`;
    throw conflict('task-running', detail);
  }
  throw conflict(
    'task-queued',
    `Task ${before.id} is queued already (run ${run}); tasks/${before.id}/why says what it waits for.`,
  );
}

const conflict = (kind: string, detail: string): ProblemException =>
  new ProblemException(HttpStatus.CONFLICT, kind, detail);
