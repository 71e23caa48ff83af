import { expect, it } from 'vitest';
import type { MemberTerm } from './member.js';
import { termOn } from './term-on.js';

const term = (startsOn: string, endsOn: string, party: string): MemberTerm => ({
  ...{ chamber: 'house', state: 'AK', district: 0 },
  ...{ startsOn, endsOn, party },
});

const TERMS = [term('2019-01-03', '2021-01-03', 'Left'), term('2023-01-03', '2025-01-03', 'Right')];

it.each([
  ['2018-12-31', null],
  ['2019-01-03', 'Left'],
  ['2022-05-01', 'Left'],
  ['2023-01-03', 'Right'],
  ['2026-05-01', 'Right'],
  [null, null],
])('the term on %s', (day, party) => {
  expect(termOn({ terms: TERMS }, day)?.party ?? null).toBe(party);
});
