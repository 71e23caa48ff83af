import type { TaskState } from '#rotunda/contracts';
import { eventually } from '#rotunda/testing';
import { Gate } from '../stand/database-gates.js';
import { disturbedGroup, type GroupAnswer } from '../group/disturbed-group.js';
import { Rounds } from './rounds.js';
import type { ServiceUnderTest } from '../stand/service-under-test.js';
import type { System } from '../stand/system.js';

/** Postgres ends a session that idles in its transaction for this long (`fence.ts`); until then a peer waits. */
const IDLE_LIMIT_MS = 10_000;

/** The first statement of a filing's transaction: the fence, or without one the lock of its lineage. */
const WRITE_OF_A_FILING = /task_fences|pg_advisory_xact_lock/;

/** Cases whose order of events is too important to leave it to a round of the matrix. */
export class NamedCases {
  /** Problems that no invariant can see afterwards: work that waited as long as a process was frozen. */
  readonly stuck: string[] = [];

  constructor(
    private readonly system: System,
    private readonly rounds: Rounds,
  ) {}

  /**
   * A worker is frozen when all of a filing is written but COMMIT is not sent. A peer takes over, and finds that the
   * document was corrected since. Then the first worker wakes up and sends its COMMIT.
   */
  frozenBeforeCommit(): Promise<TaskState> {
    return this.frozenAt('outbox');
  }

  /** The same between two transactions: the worker wakes up with a document that is out of date by now. */
  frozenWithADocument(): Promise<TaskState> {
    return this.frozenAt('raw_documents');
  }

  /**
   * The scheduler dies after publishing a tick's commands and before storing the tick. The commands are done. The
   * broker is killed and so forgets their message ids. The next scheduler finds the tick due.
   */
  async brokerRestartedAfterATick(): Promise<TaskState[]> {
    const { system, rounds } = this;
    const [scheduler] = system.schedulers;
    const reached = scheduler!.toNats.holdAt(/PUB \$KV\.schedules\.weekly/, 'message');
    const tick = await rounds.ticks.arm('weekly');
    await reached;
    await this.allEnd(tick.ids);
    await scheduler!.end('SIGKILL');
    scheduler!.toNats.letGo();
    await system.nats.end('SIGKILL');
    await system.nats.start();
    await scheduler!.start();
    await rounds.ticks.noted('weekly', tick);
    await rounds.points.queueIsEmpty();
    return this.allEnd(tick.ids);
  }

  /**
   * A second scheduler sees the tick due, and is so slow that the first one's commands are done when it publishes its
   * own.
   */
  async slowSecondScheduler(): Promise<TaskState[]> {
    const { rounds } = this;
    const [first, slow] = this.system.schedulers;
    const isSlow = slow!.toNats.holdAt(/PUB tasks\./, 'message');
    const waits = first!.toNats.holdAt(/PUB tasks\./, 'message');
    const tick = await rounds.ticks.arm('weekly');
    await Promise.all([isSlow, waits]);
    first!.toNats.letGo();
    await this.allEnd(tick.ids);
    await rounds.ticks.noted('weekly', tick);
    slow!.toNats.letGo();
    // It has published its late commands once it looks at a later tick.
    await first!.end('SIGTERM');
    const next = await rounds.ticks.arm('weekly');
    await this.allEnd(next.ids);
    await first!.start();
    return this.allEnd(tick.ids);
  }

  /** Kills the other chamber's scraper and the broker with some filings stored. @returns the end of the group */
  async senateKilledInTheMiddle(): Promise<GroupAnswer> {
    const { gateway, senateScraper, senate, nats } = this.system;
    // Slow, or on a fast machine it would be over before anything can be killed.
    senate.faults = { faults: [{ kind: 'slow', delayMs: 20, path: '/search/view/*' }] };
    return disturbedGroup(
      {
        gateway: gateway!,
        chamber: 'senate',
        body: { start_date: senate.window.start, end_date: senate.window.end },
        kill: { victims: [senateScraper!, nats], whenDone: 3 },
        patienceMs: this.rounds.patienceMs + IDLE_LIMIT_MS,
      },
      () => (senate.faults = { faults: [] }),
    );
  }

  private async frozenAt(place: 'outbox' | 'raw_documents'): Promise<TaskState> {
    const { house, postgres } = this.system;
    const day = house.nextDay();
    const docId = day.docIds[1]!;
    const gate = await Gate.close(postgres.url, place, docId);
    const id = await this.rounds.commands.publish(day);
    await gate.met();
    const zombie = await this.workerOf(id);
    zombie.signal('SIGSTOP');
    house.revise(docId);
    await gate.open();
    try {
      await this.peerTookOver(id, zombie);
    } finally {
      await this.wake(zombie, place);
    }
    const [ended] = await this.allEnd([id]);
    await this.isAwake(zombie);
    return ended!;
  }

  /**
   * Wakes the worker. One with a document in hand must not hear from NATS before it writes that: the answer to its
   * first heartbeat would stop it, and the fence would have nothing to reject.
   */
  private async wake(zombie: ServiceUnderTest, place: 'outbox' | 'raw_documents'): Promise<void> {
    if (place === 'outbox') return zombie.signal('SIGCONT');
    const writes = zombie.toPostgres.holdAt(WRITE_OF_A_FILING, 'answers');
    zombie.toNats.cut('silent');
    zombie.signal('SIGCONT');
    await writes;
    zombie.toNats.heal();
    zombie.toPostgres.letGo();
  }

  /** With the fence the peer finishes while the other worker sleeps; without it, the peer may have to wait for it. */
  private async peerTookOver(id: string, zombie: ServiceUnderTest): Promise<void> {
    await eventually(
      `${id} to have a second attempt`,
      async () => ((await this.system.tasks.find(id))?.attempts.length ?? 0) > 1,
      this.rounds.patienceMs,
    );
    await this.rounds.commands.ended(id, this.rounds.patienceMs + IDLE_LIMIT_MS).catch((error: Error) => {
      this.stuck.push(`no worker could continue ${id} while ${zombie.name} was frozen: ${error.message.slice(0, 200)}`);
    });
  }

  /** Waits until the woken worker has noticed that it lost its task, and has finished whatever it still did. */
  private async isAwake(zombie: ServiceUnderTest): Promise<void> {
    await eventually(
      `${zombie.name} to give up`,
      () => zombie.log.includes('Another worker took over') || zombie.log.includes('will be redelivered'),
      this.rounds.patienceMs,
    );
  }

  private async workerOf(id: string): Promise<ServiceUnderTest> {
    const worker = (await this.system.tasks.find(id))?.worker ?? '';
    const scraper = this.system.scraperOf(worker);
    if (!scraper) throw new Error(`no scraper holds ${id}`);
    return scraper;
  }

  private allEnd(ids: string[]): Promise<TaskState[]> {
    return Promise.all(ids.map((id) => this.rounds.commands.ended(id, this.rounds.patienceMs)));
  }
}
