import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { WorkerState } from '#rotunda/contracts';
import { DeadLetterStream, MessagingUnavailableError, NatsAvailability } from '#rotunda/messaging';
import { type Clock, CLOCK, orLate } from '#rotunda/runtime';
import { LiveState, type ScheduleChange } from '#rotunda/tasks';
import { USE_NOTICE } from '../http/use-notice.js';
import { LiveSchedules } from '../schedules/live-schedules.js';
import { presentSchedule } from '../schedules/schedule-entry.js';
import { LiveSites } from '../sites/live-sites.js';
import { presentSiteStatus } from '../sites/site-entry.js';
import { presentTask } from '../tasks/views/present-task.js';
import { presentWorker } from '../workers/worker.view.js';
import { type Beginning, LiveFeed } from './live-feed.js';
import { LiveTrades } from './live-trades.js';
import type { LiveTopic } from './live-topics.js';
import type { LiveEvents } from './live-views.js';

/** How often it looks for what no watch reports: silent workers, the budgets of the sites, the number of dead letters. */
const LOOK_MS = 500;
/** A stream begins after this time, whether or not NATS has answered. */
const ANSWERS_WITHIN_MS = 1_000;

/**
 * One feed of all that changes, for all streams. It is made from what this process watches anyway, so that a further
 * stream costs NATS nothing.
 */
@Injectable()
export class LiveUpdates implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Live');
  private readonly feed = new LiveFeed();
  private readonly stops: (() => void)[] = [];
  /** What was told last of each thing: after an outage the watches pass everything on again. */
  private readonly told = new Map<string, string>();
  private isConnected = true;
  private deadLetters: number | null = null;
  private asking: Promise<void> | null = null;

  constructor(
    private readonly live: LiveState,
    private readonly schedules: LiveSchedules,
    private readonly sites: LiveSites,
    private readonly letters: DeadLetterStream,
    private readonly trades: LiveTrades,
    private readonly nats: NatsAvailability,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { live, schedules, sites, trades, feed } = this;
    this.stops.push(
      live.listen({
        onTask: (_, task) => (task ? feed.push('tasks', 'task', presentTask(task)) : feed.reset('tasks_removed')),
        onWorker: (id, worker) => (worker ? this.tellWorker(worker) : this.tellGone(id)),
      }),
      schedules.listen((change) => this.tellSchedule(change)),
      sites.listen(() => void this.quietly(this.tellSites())),
      () => trades.stop(),
    );
    for (const worker of live.workers(this.now())) this.tellWorker(worker);
    await trades.begin((trade) => feed.push('trades', 'trade', trade));
  }

  onModuleDestroy(): void {
    this.stops.forEach((stop) => stop());
    this.feed.close();
  }

  /** The events after a place, several in a text, until `signal` aborts. */
  async follow({ after, topics }: Omit<Beginning, 'ready'>, signal: AbortSignal): Promise<AsyncIterable<string>> {
    await orLate(this.look(), ANSWERS_WITHIN_MS, () => undefined);
    const ready = { connected: this.isConnected, dead_letters: this.deadLetters, notice: USE_NOTICE };
    return this.feed.follow({ after, topics, ready }, signal);
  }

  @Interval(LOOK_MS)
  async lookForStreams(): Promise<void> {
    if (this.feed.isFollowed) await this.look();
  }

  private async look(): Promise<void> {
    const isUp = await this.nats.isUp();
    if (isUp !== this.isConnected) {
      this.isConnected = isUp;
      this.feed.push(null, 'nats', { connected: isUp });
    }
    // What becomes of the workers is unknown meanwhile.
    if (!isUp) return;
    this.tellSilent();
    await this.ask();
  }

  /** One at a time: over a lost connection it takes seconds. */
  private ask(): Promise<void> {
    this.asking ??= this.askOnce().finally(() => (this.asking = null));
    return this.asking;
  }

  private async askOnce(): Promise<void> {
    await Promise.all([this.tellSites(), this.countLetters(), this.trades.recover()].map((one) => this.quietly(one)));
  }

  private tellWorker(worker: WorkerState): void {
    this.tell('workers', `worker ${worker.id}`, 'worker', presentWorker(worker));
  }

  private tellSilent(): void {
    const present = new Set(this.live.workers(this.now()).map(({ id }) => `worker ${id}`));
    for (const key of this.told.keys()) {
      if (key.startsWith('worker ') && !present.has(key)) this.tellGone(key.slice('worker '.length));
    }
  }

  private tellGone(id: string): void {
    if (this.told.delete(`worker ${id}`)) this.feed.push('workers', 'worker-gone', { id });
  }

  private tellSchedule({ name, schedule, damaged }: ScheduleChange): void {
    const key = `schedule ${name}`;
    if (schedule) this.tell('schedules', key, 'schedule', presentSchedule(schedule, this.now()));
    else if (damaged) this.tell('schedules', key, 'schedule-damaged', damaged);
    else this.tell('schedules', key, 'schedule-gone', { name });
  }

  private async tellSites(): Promise<void> {
    for (const { chamber } of this.sites.sites()) {
      const budget = await this.sites.budget(chamber);
      // Read after the budget, so that a later state is never followed by an earlier one.
      const state = this.sites.sites().find((site) => site.chamber === chamber)!;
      const site = presentSiteStatus(state, this.live.workers(this.now()), budget);
      this.tell('sites', `site ${chamber}`, 'site', site);
    }
  }

  private async countLetters(): Promise<void> {
    const count = await this.letters.count();
    if (count === this.deadLetters) return;
    this.deadLetters = count;
    this.feed.push('dead-letters', 'dead-letters', { count });
  }

  private tell<E extends keyof LiveEvents>(topic: LiveTopic, key: string, event: E, data: LiveEvents[E]): void {
    const text = `${event} ${JSON.stringify(data)}`;
    if (this.told.get(key) === text) return;
    this.told.set(key, text);
    this.feed.push(topic, event, data);
  }

  private quietly(question: Promise<void>): Promise<void> {
    return question.catch((error: unknown) => {
      // The next look says that NATS is away.
      if (!(error instanceof MessagingUnavailableError)) this.logger.error(`a page may miss changes: ${String(error)}`);
    });
  }
}
