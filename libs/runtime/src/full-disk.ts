import { statfsSync } from 'node:fs';

const FULL_BELOW_BYTES = 1024 * 1024;
const ROOT = 0;

/** Whether the disk of this folder is full for us. False where that can't be seen: a folder that is not on this machine. */
export function isDiskFull(folder: string): boolean {
  try {
    const { bsize, bfree, bavail } = statfsSync(folder);
    // The blocks that a file system keeps back are root's.
    return bsize * (process.getuid?.() === ROOT ? bfree : bavail) < FULL_BELOW_BYTES;
  } catch {
    return false;
  }
}
