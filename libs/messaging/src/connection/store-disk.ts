import { isDiskFull } from '#rotunda/runtime';

/** The disk of JetStream's store, where that is on this machine and somebody said in which folder. */
export class StoreDisk {
  /** @param folder empty where it is not known */
  constructor(private readonly folder: string) {}

  /** What to tell the operator while it is full; null while it has room, or where nobody knows. */
  get complaint(): string | null {
    if (this.folder === '' || !isDiskFull(this.folder)) return null;
    return `The disk of nats-server's store is full (${this.folder}): make room there; work goes on by itself then.`;
  }
}
