import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { haveSameTicks, intervalMs, ticksAfter, ticksOf, ticksUntil } from './ticks.js';

const every = (text: string, timezone = 'UTC') => ({ cron: null, every: text, timezone });

it.each([
  ['3600', 3_600_000],
  ['90s', 90_000],
  ['15m', 900_000],
  ['15min', 900_000],
  ['2h', 7_200_000],
  ['1d', 86_400_000],
])('reads the interval %s', (text, ms) => {
  expect(intervalMs(text)).toBe(ms);
});

it.each(['', 'm', '1.5h', '-5m', '15 m', '15M', '1w', '1h30m', '1e3', ' 60'])('does not take "%s" for one', (text) => {
  expect(intervalMs(text)).toBeNaN();
});

it.each([
  ['1m', '60s', true],
  ['3600', '1h', true],
  ['1m', '61s', false],
])('%s and %s tick alike: %s', (one, other, isSame) => {
  expect(haveSameTicks(every(one), every(other, 'America/New_York'))).toBe(isSame);
});

describe('the ticks of an interval', () => {
  it('are at midnight UTC for a day, in any time zone and over a change of the clocks', () => {
    const daily = ticksOf(every('1d', 'America/New_York'));
    expect(daily.after(new Date('2026-11-01T00:00:00Z'))).toEqual(new Date('2026-11-02T00:00:00Z'));
  });

  it('are its multiples since the epoch, none left out, wherever one begins to look', () => {
    const lengths = fc.record({ n: fc.integer({ min: 10, max: 400 }), unit: fc.constantFrom('s', 'm', 'h') });
    const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(lengths, instants, fc.nat(2_000_000_000), ({ n, unit }, from, waitedMs) => {
        const ticks = ticksOf(every(`${n}${unit}`));
        const lengthMs = intervalMs(`${n}${unit}`);
        const next = ticks.after(from);
        expect(next.getTime() % lengthMs).toBe(0);
        expect(next.getTime() - from.getTime()).toBeGreaterThan(0);
        expect(next.getTime() - from.getTime()).toBeLessThanOrEqual(lengthMs);
        const now = new Date(from.getTime() + waitedMs);
        const last = ticks.lastWithin(from, now);
        // A look finds a tick only once the one that was announced is due, and then the last multiple until now.
        expect(last === null).toBe(next > now);
        expect((last ?? next).getTime() % lengthMs).toBe(0);
        expect(ticks.after(last ?? from).getTime()).toBeGreaterThan(now.getTime());
      }),
    );
  });
});

describe('ticksUntil', () => {
  it.each([
    ['*/5 * * * *', '2026-11-28T12:00:00Z', ['2026-11-28T12:00:00Z', '2026-11-28T11:55:00Z', '2026-11-28T11:50:00Z']],
    ['0 2 * * *', '2026-11-28T01:59:59Z', ['2026-11-27T02:00:00Z', '2026-11-26T02:00:00Z', '2026-11-25T02:00:00Z']],
    ['0 3 1 1 *', '2026-11-28T00:00:00Z', ['2026-01-01T03:00:00Z', '2025-01-01T03:00:00Z', '2024-01-01T03:00:00Z']],
  ])('finds the last ticks of %s, the latest first', (cron, until, ticks) => {
    const found = ticksUntil({ cron, every: null, timezone: 'UTC' }, new Date(until), 3);
    expect(found).toEqual(ticks.map((tick) => new Date(tick)));
  });

  it('finds those that ticksAfter finds', () => {
    const found = ticksUntil(every('90s'), new Date('2026-11-28T12:00:00Z'), 5);
    expect(ticksAfter(every('90s'), new Date(found.at(-1)!.getTime() - 1), 5)).toEqual(found.toReversed());
  });
});
