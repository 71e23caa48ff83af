import { createHash } from 'node:crypto';

/** Numbers in [0, 1); the same seed gives the same numbers. */
export function randomNumbers(seed: string): () => number {
  let block = createHash('sha256').update(seed).digest();
  let offset = 0;
  return () => {
    if (offset === block.length) {
      block = createHash('sha256').update(block).digest();
      offset = 0;
    }
    const value = block.readUInt16BE(offset) / 2 ** 16;
    offset += 2;
    return value;
  };
}
