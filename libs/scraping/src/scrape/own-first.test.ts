import { expect, it } from 'vitest';
import { ownFirst } from './own-first.js';

const filing = (id: string, triedAt: string | null = null) => ({
  id,
  lastTriedAt: triedAt === null ? null : new Date(triedAt),
});
const many = (count: number, of: string) => Array.from({ length: count }, (_, i) => filing(`${of}-${i}`));
const idsOf = (filings: { id: string }[]) => filings.map(({ id }) => id);

it('a day beside a backfill does its own filings, and a few of those that the backfill has listed', () => {
  const [day, backfill] = [many(3, 'day'), many(4_000, 'backfill')];
  const done = ownFirst([...backfill, ...day], day);
  expect(done.slice(0, 3)).toEqual(day);
  expect(done.slice(3)).toEqual(backfill.slice(0, 100));
});

it('a year does as many others as it lists', () => {
  const [year, others] = [many(900, 'year'), many(2_000, 'other')];
  // Most of what it lists is finished.
  expect(ownFirst([...others, ...year.slice(0, 5)], year)).toHaveLength(5 + 900);
});

it('others take turns: the one that was tried last comes last', () => {
  const unfinished = [filing('new', '2026-11-22'), filing('never'), filing('old', '2026-11-01'), filing('own')];
  expect(idsOf(ownFirst(unfinished, [filing('own')]))).toEqual(['own', 'never', 'old', 'new']);
});
