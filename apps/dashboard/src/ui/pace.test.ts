import { expect, it } from 'vitest';
import { leftText, paceOf, rateText, type Sample, withSample } from './pace.js';

const samplesOf = (...pairs: [at: number, done: number][]): readonly Sample[] =>
  pairs.reduce<readonly Sample[]>((samples, [at, done]) => withSample(samples, { at, done }), []);

it('goes by what was done lately', () => {
  const slowThenQuick = samplesOf([0, 0], [60_000, 10], [65_000, 20], [70_000, 30]);
  expect(paceOf(slowThenQuick, 50, 70_000)).toEqual({ perSecond: 2, leftMs: 10_000 });
  expect(paceOf(slowThenQuick, 50, 72_000)?.leftMs).toBe(8_000);
});

it('says nothing rather than nonsense', () => {
  expect(paceOf([], 50, 0)).toBeNull();
  expect(paceOf(samplesOf([0, 3]), 50, 9_000)).toBeNull();
  expect(paceOf(samplesOf([0, 3], [1_000, 9]), 50, 1_000)).toBeNull();
  // Nothing came for so long that the rate is not the rate any more.
  expect(paceOf(samplesOf([0, 0], [10_000, 10]), 50, 26_000)).toBeNull();
  expect(paceOf(samplesOf([0, 0], [10_000, 10]), 0, 10_000)).toEqual({ perSecond: 1, leftMs: null });
});

it('begins again with another attempt', () => {
  expect(samplesOf([0, 40], [1_000, 45], [2_000, 0])).toEqual([{ at: 2_000, done: 0 }]);
});

it('rounds as people do', () => {
  expect([rateText(12.4), rateText(3.21), rateText(0.4), rateText(0.001)]).toEqual([
    '12/s',
    '3.2/s',
    '24/min',
    '1/min',
  ]);
  expect([leftText(2_000), leftText(33_000), leftText(130_000)]).toEqual([
    ...['a few seconds left', 'about 35 s left', 'about 2 min left'],
  ]);
});
