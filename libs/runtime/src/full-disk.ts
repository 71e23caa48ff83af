import { statfsSync } from 'node:fs';

const FULL_BELOW_BYTES = 1024 * 1024;
const ROOT = 0;

/** Whether the disk of this folder is full for us. False if we can't tell, because the folder is on another machine. */
export function isDiskFull(folder: string): boolean {
  try {
    const { bsize, bfree, bavail } = statfsSync(folder);
    // A file system reserves some blocks for root.
    return bsize * (process.getuid?.() === ROOT ? bfree : bavail) < FULL_BELOW_BYTES;
  } catch {
    return false;
  }
}
