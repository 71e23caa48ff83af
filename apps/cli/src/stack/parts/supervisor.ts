import type { Part } from './part.js';
import { RESTART_POLICY, type RestartPolicy, StoppedError, SupervisedPart } from './supervised-part.js';

/**
 * Keeps the parts of the stack running: restarts each that ends unexpectedly, after a growing delay. Parts started by
 * one call stop together, and the last call's first: services before their servers, so that each can still write what it
 * has to.
 */
export class Supervisor {
  private readonly groups: SupervisedPart[][] = [];
  private readonly jobs = new Set<Promise<unknown>>();
  private stopped: Promise<void> | undefined;

  constructor(
    private readonly say: (line: string) => void,
    private readonly policy: RestartPolicy = RESTART_POLICY,
  ) {}

  /** Starts all of them in parallel; resolves when all are ready. @throws the first error; StoppedError */
  async start(...parts: Part[]): Promise<void> {
    this.assertNotStopped();
    const group = parts.map((part) => new SupervisedPart(part, this.policy, this.say));
    this.groups.push(group);
    await Promise.all(group.map((part) => part.start()));
  }

  /** Runs work that needs the parts: `stop()` waits for it before it stops them. */
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
    if (this.stopped) throw new StoppedError('the stack is stopping');
  }
}
