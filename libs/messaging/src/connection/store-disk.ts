import { isDiskFull } from '#rotunda/runtime';

/** The disk of JetStream's store, if it is on this machine and its folder is configured. */
export class StoreDisk {
  /** @param folder empty if unknown */
  constructor(private readonly folder: string) {}

  /** A sentence for the operator while the disk is full; null while it has room, or if it is unknown. */
  get complaint(): string | null {
    if (this.folder === '' || !isDiskFull(this.folder)) return null;
    return `The disk of nats-server's store is full (${this.folder}): free space there, and work continues by itself.`;
  }
}
