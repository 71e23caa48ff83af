// Loaded into a service by NODE_OPTIONS. Signals make it slow (SIGUSR2, until the next one) or large (SIGWINCH).
import { isMainThread } from 'node:worker_threads';

const BLOCKS_MS = 1_500;
const EVERY_MS = 1_700;
const HELD_BYTES = 400 * 1024 * 1024;

const block = () => {
  const end = Date.now() + BLOCKS_MS;
  while (Date.now() < end);
};

if (isMainThread) {
  let blocking;
  process.on('SIGUSR2', () => {
    clearInterval(blocking);
    blocking = blocking ? undefined : setInterval(block, EVERY_MS);
  });
  process.on('SIGWINCH', () => {
    // Only pages that were written to are in memory.
    globalThis.held = Buffer.alloc(HELD_BYTES, 1);
  });
}
