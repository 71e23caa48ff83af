import { type WorkerNameClaim, workerNameKey } from '#rotunda/contracts';
import type { WorkersBucket } from '#rotunda/messaging';

export interface NamedProcess {
  /** The key of its entry in KV `workers`. */
  worker: string;
  /** e.g. `house-scraper` */
  service: string;
  host: string;
  pid: number;
}

interface HeldName {
  n: number;
  revision: number;
}

/**
 * A worker's unique name for people: `house-scraper@host`; if that is taken, `house-scraper-2@host`, `-3` and so on.
 *
 * The holder's claim is an entry in KV `workers`, written by compare-and-set, renewed with each heartbeat, and expired
 * 30 s after the last one. A killed process leaves its claim behind. Its successor on the same host need not wait: if
 * no process has the claim's pid, or it is the successor's own (in a container it is always 1), it takes over the name
 * and removes the dead process's entry.
 *
 * Containers that share a host name can't see each other's pids, and may take a name from a live process. That one gets
 * another name with its next heartbeat, and trusts no pid from then on; otherwise they would take turns.
 */
export class WorkerName {
  private held: HeldName | null = null;
  private holding: Promise<string> | null = null;
  private trustsPids = true;

  constructor(
    private readonly bucket: WorkersBucket,
    private readonly owner: NamedProcess,
    private readonly isRunning: (pid: number) => boolean = isRunningHere,
  ) {}

  /** Claims a name or renews its claim, and returns the name. @throws MessagingUnavailableError */
  hold(): Promise<string> {
    this.holding ??= this.holdOnce().finally(() => (this.holding = null));
    return this.holding;
  }

  /** Releases the name, even one that is just being claimed or renewed. @throws MessagingUnavailableError */
  async release(): Promise<void> {
    await this.holding?.catch(() => undefined);
    if (!this.held) return;
    const { n, revision } = this.held;
    this.held = null;
    await this.bucket.removeAt(this.key(n), revision);
  }

  private async holdOnce(): Promise<string> {
    this.held = (await this.renewed()) ?? (await this.firstFree());
    const { service, host } = this.owner;
    const { n } = this.held;
    return `${service}${n === 1 ? '' : `-${n}`}@${host}`;
  }

  /** Null if no name is held, or it was taken in an outage of NATS longer than a claim lasts. */
  private async renewed(): Promise<HeldName | null> {
    if (!this.held) return null;
    const { n, revision } = this.held;
    const renewed = await this.bucket.update(this.key(n), this.claim(), revision);
    if (renewed !== null) return { n, revision: renewed };
    this.trustsPids = false;
    return this.claimed(n);
  }

  private async firstFree(): Promise<HeldName> {
    for (let n = 1; ; n++) {
      const held = await this.claimed(n);
      if (held) return held;
    }
  }

  /** Null if another process has the name, or was faster. */
  private async claimed(n: number): Promise<HeldName | null> {
    const entry = await this.bucket.get(this.key(n));
    const before = entry && (entry.value as WorkerNameClaim);
    if (before && !this.isFree(before)) return null;
    const revision = await this.bucket.write(this.key(n), this.claim(), entry && entry.revision);
    if (revision === null) return null;
    // Otherwise the list would have two workers of this name until the dead one's entry expires.
    if (before && before.worker !== this.owner.worker) await this.bucket.remove(before.worker);
    return { n, revision };
  }

  private isFree({ worker, pid }: WorkerNameClaim): boolean {
    if (worker === this.owner.worker) return true;
    return this.trustsPids && (pid === this.owner.pid || !this.isRunning(pid));
  }

  private claim(): WorkerNameClaim {
    const { worker, pid } = this.owner;
    return { v: 1, worker, pid };
  }

  private key(n: number): string {
    return workerNameKey(this.owner.service, this.owner.host, n);
  }
}

/** Whether a process of this machine or container has the pid. EPERM means that another user's process has it. */
function isRunningHere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
