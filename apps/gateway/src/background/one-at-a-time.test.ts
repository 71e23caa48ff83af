import { describe, expect, it } from 'vitest';
import { MessagingUnavailableError } from '#rotunda/messaging';
import { OneAtATime } from './one-at-a-time.js';

describe('OneAtATime', () => {
  it('starts no run while another one is in progress, and starts again after it', async () => {
    const turn = new OneAtATime('work');
    let runs = 0;
    let finish!: () => void;
    const work = (): Promise<void> => {
      runs += 1;
      return new Promise((resolve) => (finish = resolve));
    };
    const first = turn.run(work);
    await turn.run(work);
    expect(runs).toBe(1);
    finish();
    await first;
    void turn.run(work);
    expect(runs).toBe(2);
    finish();
  });

  it('continues after an outage', async () => {
    const turn = new OneAtATime('work');
    await turn.run(() => Promise.reject(new MessagingUnavailableError('away')));
    let runs = 0;
    await turn.run(() => Promise.resolve(void (runs += 1)));
    expect(runs).toBe(1);
  });

  it('throws an error that is not an outage, and continues after it too', async () => {
    const turn = new OneAtATime('work');
    await expect(turn.run(() => Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug');
    await expect(turn.run(() => Promise.reject(new TypeError('again')))).rejects.toThrow('again');
  });
});
