import { setTimeout as delay } from 'node:timers/promises';
import {
  type Command,
  kindOf,
  parseLaneSubject,
  TASK_ERROR_CODES,
  type TaskError,
  type TaskResult,
  type TaskState,
} from '#rotunda/contracts';
import { CommandQueue, type Delivery, type Disposition, MessagingUnavailableError } from '#rotunda/messaging';
import { type Clock, CLOCK, currentSpan, inContext, inSpan, longTimer } from '#rotunda/runtime';
import { Inject, Injectable, Logger, type OnModuleDestroy, Optional } from '@nestjs/common';
import { Attempt, type RunningTask } from './attempt.js';
import { type Claim, type Claimant, decideClaim } from '../state/claim.js';
import { type CommandIdentity, identifyCommand } from '../queue/command-identity.js';
import { CommandMetrics } from '../queue/command-metrics.js';
import { LaneChange } from './lane-change.js';
import { DeadLetters } from '../queue/dead-letters.js';
import { HandBack } from '../state/hand-back.js';
import { parseCommand } from '../state/parse-command.js';
import type { TaskSettings } from '../settings.js';
import { shownCommand } from '../queue/shown-command.js';
import { describeError, InvalidCommand, isRetryable, StopAttempt } from '../state/task-errors.js';
import { withTaskLog } from './task-log.js';
import { TaskLogs } from './task-logs.js';
import { processing } from './task-span.js';
import { isFirstOfRun, TaskMetrics } from './task-metrics.js';
import { TaskStore } from '../queue/task-store.js';
import {
  CANCELLED,
  evidenced,
  failed,
  handedBack,
  lastAttemptNumber,
  owns,
  progressed,
  retrying,
  revoked,
  type Submission,
  succeeded,
} from '../state/task-transitions.js';
import { TASK_SETTINGS } from '../tokens.js';
import { WorkerLife } from './worker-life.js';
import { WorkerRegistry } from './worker-registry.js';

const ACK: Disposition = { kind: 'ack' };
const LEAVE: Disposition = { kind: 'leave' };
const nak = (delayMs: number): Disposition => ({ kind: 'nak', delayMs });

const unlessCancelled = (state: TaskState, now: string): TaskState =>
  state.state === 'RETRY' && state.cancel_requested_at ? revoked(state, CANCELLED, now) : state;

/** A task that waits for another attempt is redelivered when it is due; an ended one leaves the queue. */
const dispositionAfter = ({ state, not_before }: TaskState, now: Date): Disposition =>
  state === 'RETRY' ? nak(not_before ? Math.max(0, Date.parse(not_before) - now.getTime()) : 0) : ACK;

const NATS_RETRY_MS = 1_000;
/** The redelivery of a task that was handed back is delayed; otherwise it would come again at once, for ever. */
const HAND_BACK_MS = 3_000;
/** How often a second message of a task is looked at again. */
const COPY_MS = 3_000;

/** The work of a task: gets the command and a signal, returns the result or throws. */
export type Work<Args, Result extends TaskResult> = (task: RunningTask<Args>) => Promise<Result>;

/**
 * Runs a task from its message to its end: read, claim, hold, finish. Only this class decides what happens to the task
 * and its message, whatever the work does or throws.
 */
@Injectable()
export class TaskRunner implements OnModuleDestroy {
  private readonly logger = new Logger('Task');
  private readonly running = new Set<Attempt<unknown>>();
  private stopping = false;
  private outOfTime = false;
  private readonly laneChange: LaneChange;

  constructor(
    private readonly queue: CommandQueue,
    private readonly store: TaskStore,
    private readonly deadLetters: DeadLetters,
    private readonly registry: WorkerRegistry,
    @Inject(TASK_SETTINGS) private readonly settings: TaskSettings,
    private readonly life: WorkerLife,
    private readonly logs: TaskLogs,
    @Inject(CLOCK) private readonly now: Clock,
    @Optional() private readonly metrics?: TaskMetrics,
    @Optional() private readonly commands?: CommandMetrics,
  ) {
    this.laneChange = new LaneChange(queue, store, settings, now);
  }

  async run<C extends Command, R extends TaskResult>(
    delivery: Delivery,
    schema: new () => C,
    work: Work<C, R>,
  ): Promise<Disposition> {
    const command = identifyCommand(delivery);
    // Redelivered because our heartbeats did not reach NATS within the ack wait. The running attempt continues, and
    // settles the message when it ends.
    if (this.isInHand(command.id, delivery)) return LEAVE;
    if (this.stopping) return nak(0);
    let args: C;
    try {
      args = await parseCommand(schema, delivery.data);
    } catch (error) {
      if (!(error instanceof InvalidCommand)) throw error;
      return this.refuse(command, delivery, error);
    }
    if (this.laneChange.isNeeded(delivery, args)) {
      return this.laneChange.move(this.submission(command, delivery, args), delivery);
    }
    const claim = await this.claim(command, delivery, args);
    switch (claim.kind) {
      case 'started':
        return this.start(claim.state, command, delivery, args, work);
      case 'wait':
        return nak(claim.delayMs);
      case 'failed':
      case 'expired':
        this.countUnrun(claim);
        this.logs
          .open(command.id, lastAttemptNumber(claim.state))
          .warn(`${inWords(claim.state.error!)}; the task will not run.`);
        return ACK;
      case 'settled':
        return ACK;
      // Not acked before the task has ended: a stream that lost its end may have given the original's sequence to
      // another command, and a worker can't see whose it is.
      case 'copy':
        return nak(COPY_MS);
    }
  }

  /**
   * An attempt is part of the trace that the command's message belongs to, and so are its retries and redeliveries. Every
   * line that is logged meanwhile, at any depth, names the task.
   */
  private start<C extends Command, R extends TaskResult>(
    state: TaskState,
    command: CommandIdentity,
    delivery: Delivery,
    args: C,
    work: Work<C, R>,
  ): Promise<Disposition> {
    const attempt = lastAttemptNumber(state);
    return inContext({ task_id: state.id, attempt }, () =>
      inSpan(`process ${delivery.subject}`, processing(state, delivery, this.now()), () =>
        this.attempt(command, delivery, this.open(state, command, delivery, args), work),
      ),
    );
  }

  /** The task ended before this worker could start an attempt. */
  private countUnrun({ kind, state }: Extract<Claim, { kind: 'failed' | 'expired' }>): void {
    if (kind === 'expired') return this.metrics?.neverBegan(state);
    this.metrics?.lost(state);
    this.metrics?.gaveUp(state);
  }

  private isInHand(id: string, delivery: Delivery): boolean {
    return [...this.running].some((attempt) => attempt.id === id && attempt.isOf(delivery));
  }

  private open<C>(state: TaskState, { source }: CommandIdentity, delivery: Delivery, args: C): Attempt<C> {
    const log = this.logs.open(state.id, lastAttemptNumber(state));
    const before = state.attempts.at(-2)?.error;
    if (before?.code === TASK_ERROR_CODES.workerLost) {
      this.metrics?.lost(state);
      log.warn(`The previous attempt was lost: ${before.message}.`);
    }
    if (source === 'bus' && isFirstOfRun(state)) this.commands?.count(state, 'bus');
    this.metrics?.began(state, delivery.publishedAt);
    log.log(
      `Attempt ${lastAttemptNumber(state)} started (run ${state.run}, retry ${state.retries} of ${state.max_retries}).`,
    );
    return new Attempt(state, args, this.registry.id, delivery, this.store, this.settings, log);
  }

  /** A warm stop: running tasks may continue for the grace period, then they are handed back. */
  onModuleDestroy(): void {
    this.stopping = true;
    this.life.takeNoMore();
    if (this.running.size > 0) this.announceStop();
    longTimer(() => this.handBack(), this.settings.WORKER_STOP_GRACE_MS, { keepsAlive: false });
    this.life.onHurry(() => this.handBack());
  }

  private handBack(): void {
    this.outOfTime = true;
    for (const attempt of this.running) attempt.stop(new StopAttempt('worker stops'));
  }

  private announceStop(): void {
    const seconds = this.settings.WORKER_STOP_GRACE_MS / 1_000;
    const what = this.running.size === 1 ? 'the task' : `the ${this.running.size} tasks`;
    this.logger.log(`stopping: ${what} in progress may continue for ${seconds} s; a second signal hands back at once`);
  }

  private async claim(command: CommandIdentity, delivery: Delivery, args: Command): Promise<Claim> {
    const submission = this.submission(command, delivery, args);
    let originalIsGone = false;
    let claim = await this.tryToClaim(submission, args, { originalIsGone });
    // The stream loses its message ids when the server restarts, and may then store a command twice.
    if (claim.kind === 'copy' && !(await this.queue.holds(claim.of))) {
      originalIsGone = true;
      claim = await this.tryToClaim(submission, args, { originalIsGone });
    }
    if (claim.kind !== 'failed') return claim;
    // The dead letter first: after FAILURE the next delivery would be acked, and a missing letter never written.
    await this.publishDeadLetter(command, delivery, lastAttemptNumber(claim.state), claim.state.error!);
    return this.tryToClaim(submission, args, { originalIsGone, mayFail: true });
  }

  private async tryToClaim(
    submission: Submission,
    args: Command,
    { originalIsGone, mayFail = false }: { originalIsGone: boolean; mayFail?: boolean },
  ): Promise<Claim> {
    let claim!: Claim;
    await this.store.change(submission.id, (state, writtenAt) => {
      claim = decideClaim(state, submission, { ...this.claimant(args), writtenAt, originalIsGone });
      return 'state' in claim && (mayFail || claim.kind !== 'failed') ? claim.state : null;
    });
    return claim;
  }

  private claimant({ expires_at }: Command): Omit<Claimant, 'writtenAt'> {
    return { worker: this.registry.id, now: this.now(), expiresAt: expires_at ?? undefined, limits: this.settings };
  }

  private submission(command: CommandIdentity, delivery: Delivery, body: Command): Submission {
    const { group, unique: _unique, ...args } = body;
    return {
      ...command,
      args,
      group: group ?? undefined,
      maxRetries: this.settings.TASK_MAX_RETRIES,
      streamSequence: delivery.sequence,
      queuedAt: delivery.publishedAt.toISOString(),
    };
  }

  /** An invalid command is never retried: FAILURE with the reason, and a dead letter if its kind has them. */
  private async refuse(command: CommandIdentity, delivery: Delivery, error: InvalidCommand): Promise<Disposition> {
    const description = describeError(error);
    // The group still needs it to end.
    const { group } = shownCommand(delivery.data);
    const submission = this.submission(command, delivery, { group: group ?? null });
    const now = this.now();
    const log = this.logs.open(command.id, 0);
    log.error(`The command was rejected: ${description.message}`);
    await log.flush();
    await this.publishDeadLetter(command, delivery, 0, description);
    const written = await this.store.change(command.id, (state, writtenAt) => {
      const claimant = { worker: this.registry.id, now, expiresAt: undefined, limits: this.settings, writtenAt };
      const claim = decideClaim(state, submission, claimant);
      return claim.kind === 'started' ? failed(claim.state, description, now.toISOString()) : null;
    });
    if (written) this.metrics?.rejected(command);
    return ACK;
  }

  private async attempt<C, R extends TaskResult>(
    command: CommandIdentity,
    delivery: Delivery,
    attempt: Attempt<C>,
    work: Work<C, R>,
  ): Promise<Disposition> {
    this.running.add(attempt);
    // It was claimed while the running attempts were being stopped.
    if (this.outOfTime) attempt.stop(new StopAttempt('worker stops'));
    this.registry.take(command.id, command.name, parseLaneSubject(delivery.subject)?.lane);
    const ended = this.life.begin(command.id);
    this.logger.log(`${command.id} started (${delivery.subject}, attempt ${attempt.attempt})`);
    try {
      attempt.hold();
      const doing = withTaskLog(attempt.log, () => work(attempt));
      const result = await this.life.unlessStuck(command.id, doing, attempt.signal);
      attempt.log.log('Done.');
      return await this.finish(attempt, (state, now) => succeeded(state, result, now));
    } catch (error) {
      return await this.fail(command, delivery, attempt, attempt.signal.aborted ? attempt.signal.reason : error);
    } finally {
      await attempt.letGo();
      this.running.delete(attempt);
      this.registry.release(command.id);
      this.metrics?.over(command);
      await ended();
    }
  }

  private async fail<C>(
    command: CommandIdentity,
    delivery: Delivery,
    attempt: Attempt<C>,
    error: unknown,
  ): Promise<Disposition> {
    if (error instanceof StopAttempt) return this.endStopped(attempt, error);
    const { TASK_RETRY_DELAY_MS } = this.settings;
    const handBack = handBackOf(error);
    if (handBack) {
      attempt.log.warn(`Handed back, without costing a retry: ${handBack.message}`);
      const pauseMs = Math.min(HAND_BACK_MS, TASK_RETRY_DELAY_MS);
      return this.finish(attempt, (state, now) => handedBack(state, now, handBack.describe(), later(now, pauseMs)));
    }
    const description = describeError(error);
    const current = await this.whileUnavailable(() => this.store.find(command.id));
    if (!current || !owns(current, this.registry.id, attempt.attempt)) return LEAVE;
    if (isRetryable(error) && current.retries < current.max_retries) {
      attempt.log.warn(
        `${inWords(description)}; retry ${current.retries + 1} of ${current.max_retries} in ${TASK_RETRY_DELAY_MS / 1_000} s`,
      );
      return this.finish(attempt, (state, now) => retrying(state, description, now, later(now, TASK_RETRY_DELAY_MS)));
    }
    const { leavesDeadLetter } = kindOf(command.name);
    attempt.log.error(`${inWords(description)}${leavesDeadLetter ? '; given up, dead letter written' : ''}`);
    await this.whileUnavailable(() => this.publishDeadLetter(command, delivery, attempt.attempt, description));
    return this.finish(attempt, (state, now) => failed(state, description, now));
  }

  private async publishDeadLetter(
    command: CommandIdentity,
    delivery: Delivery,
    attempts: number,
    error: TaskError,
  ): Promise<void> {
    if (kindOf(command.name).leavesDeadLetter) await this.deadLetters.publish(command, delivery, attempts, error);
  }

  private endStopped<C>(attempt: Attempt<C>, { why }: StopAttempt): Promise<Disposition> | Disposition {
    if (why === 'cancelled') {
      attempt.log.warn('Cancelled on request.');
      return this.finish(attempt, (state, now) => revoked(state, CANCELLED, now));
    }
    if (why === 'worker stops') {
      attempt.log.warn('The worker stops; another one continues.');
      return this.finish(attempt, (state, now) => handedBack(state, now));
    }
    attempt.log.warn('Another worker took over, or the task was ended: this attempt stops.');
    return LEAVE;
  }

  /**
   * Writes the end of the attempt, if this worker still owns it; otherwise another worker has the message too. A task
   * with a cancel request is not queued again: while it waits, there may be no worker to cancel it.
   */
  private async finish<C>(
    attempt: Attempt<C>,
    end: (state: TaskState, now: string) => TaskState,
  ): Promise<Disposition> {
    const progress = await attempt.letGo();
    await attempt.log.flush();
    const written = await this.whileUnavailable(() =>
      this.store.change(attempt.id, (state) => {
        if (!state || !owns(state, this.registry.id, attempt.attempt)) return null;
        const now = this.now().toISOString();
        return unlessCancelled(end(evidenced(progressed(state, progress), attempt.evidence), now), now);
      }),
    );
    if (!written) return LEAVE;
    currentSpan().set({ 'rotunda.task.state': written.state });
    if (written.error) currentSpan().fail(written.error.code);
    this.metrics?.ended(written);
    this.logger.log(
      `${attempt.id} ${written.state}${written.error ? `: ${written.error.code}: ${written.error.message}` : ''}`,
    );
    return dispositionAfter(written, this.now());
  }

  /** Retries while NATS is unavailable, so that finished work is not repeated because its end could not be written. */
  private async whileUnavailable<T>(ask: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof MessagingUnavailableError) || this.outOfTime) throw error;
        await delay(NATS_RETRY_MS);
      }
    }
  }
}

const later = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

const inWords = ({ code, message }: TaskError): string => `${code}: ${message}`;

/** A task is not to blame for an outage of NATS; and during one, no worker can start it again. */
const handBackOf = (error: unknown): HandBack | null =>
  error instanceof MessagingUnavailableError
    ? new HandBack(error.name, error.message, { cause: error })
    : error instanceof HandBack
      ? error
      : null;
