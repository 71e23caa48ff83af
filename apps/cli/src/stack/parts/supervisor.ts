import type { Part } from './part.js';
import { RESTART_POLICY, type RestartPolicy, StoppedError, SupervisedPart } from './supervised-part.js';

/**
 * Keeps the parts of the stack running: each that ends unexpectedly is started again after a growing delay. Parts that
 * were started by one call stop together, later ones before earlier ones: services before nats-server, and that before
 * Postgres, so that nobody loses what it still has to write.
 */
export class Supervisor {
  private readonly groups: SupervisedPart[][] = [];
  private readonly jobs = new Set<Promise<unknown>>();
  private stopped: Promise<void> | undefined;

  constructor(
    private readonly say: (line: string) => void,
    private readonly policy: RestartPolicy = RESTART_POLICY,
  ) {}

  /** Starts all of them side by side; resolves when all are ready. @throws the first error; StoppedError */
  async start(...parts: Part[]): Promise<void> {
    this.assertNotStopped();
    const group = parts.map((part) => new SupervisedPart(part, this.policy, this.say));
    this.groups.push(group);
    await Promise.all(group.map((part) => part.start()));
  }

  /** Work of our own that needs the parts: `stop()` lets it end before it takes them away. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.assertNotStopped();
    const job = work();
    this.jobs.add(job);
    try {
      return await job;
    } finally {
      this.jobs.delete(job);
    }
  }

  /** Resolves when no process is left; may be called twice, and while parts start. */
  stop(): Promise<void> {
    return (this.stopped ??= this.stopAll());
  }

  private async stopAll(): Promise<void> {
    await Promise.allSettled(this.jobs);
    for (const group of this.groups.toReversed()) await Promise.all(group.map((part) => part.stop()));
  }

  private assertNotStopped(): void {
    if (this.stopped) throw new StoppedError('the stack stops');
  }
}
