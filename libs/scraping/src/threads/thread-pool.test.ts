import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ThreadPool } from './thread-pool.js';

const LIMIT = { timeLimitMs: 60_000 };

let pool: ThreadPool<string, string>;
beforeEach(() => {
  const module = new URL('../../test/sample-worker.js', import.meta.url);
  pool = new ThreadPool<string, string>({ name: 'sample', module, resourceLimits: {} });
});
afterEach(() => pool.close());

/** Asks for what never ends, and resolves once the thread has it. */
async function hanging(signal: AbortSignal): Promise<{ answer: Promise<string> }> {
  let answer!: Promise<string>;
  await new Promise((resolve) => {
    answer = pool.ask('hang', { ...LIMIT, signal, onProgress: resolve });
    answer.catch(() => undefined);
  });
  return { answer };
}

describe('a pool of threads', () => {
  it('tells what a thread reports before it answers', async () => {
    const reports: unknown[] = [];
    expect(await pool.ask('a', { ...LIMIT, onProgress: (report) => reports.push(report) })).toBe('a');
    expect(reports).toEqual(['a']);
  });

  it('ends the wait at once when the caller gives up, stops the thread, and gives the next document a new one', async () => {
    const controller = new AbortController();
    const { answer } = await hanging(controller.signal);
    const next = pool.ask('b', LIMIT);
    controller.abort(new Error('cancelled'));
    await expect(answer).rejects.toThrow('cancelled');
    expect(await next).toBe('b');
  });

  it('forgets a document whose caller gave up before its turn', async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const { answer } = await hanging(first.signal);
    let wasBegun = false;
    const waiting = pool.ask('c', { ...LIMIT, signal: second.signal, onProgress: () => (wasBegun = true) });
    second.abort(new Error('cancelled'));
    await expect(waiting).rejects.toThrow('cancelled');
    first.abort(new Error('cancelled too'));
    await expect(answer).rejects.toThrow('cancelled too');
    expect(await pool.ask('d', LIMIT)).toBe('d');
    expect(wasBegun).toBe(false);
  });
});
