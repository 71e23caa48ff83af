import { expect, it } from 'vitest';
import type { Schema } from '../../api/types.js';
import { courseOf, daysOf } from './months.js';

const NONE = { trades: 0, amount_min: 0, amount_max: 0, open_ended: 0, unknown_amounts: 0 };
const BAND = { trades: 1, amount_min: 1_001, amount_max: 15_000, open_ended: 0, unknown_amounts: 0 };

const month = (name: string | null, change: Partial<Schema<'MonthTotalsView'>>): Schema<'MonthTotalsView'> => ({
  ...{ month: name, all: BAND, purchases: NONE, sales: NONE, exchanges: NONE, unknown_types: NONE },
  ...{ first_traded_on: null, last_traded_on: null, last_filed_on: null },
  ...change,
});

it('has each month once, those without a trade as zeros, and leaves out trades without a date', () => {
  const course = courseOf([
    month('2024-11', { purchases: BAND }),
    month('2025-05', { sales: BAND, all: { ...BAND, open_ended: 1 } }),
    month(null, { exchanges: BAND }),
  ]);
  expect(course.months).toEqual(['2024-11', '2024-12', '2025-01', '2025-02', '2025-03', '2025-04', '2025-05']);
  const values = ({ name, values: each }: { name: string; values: readonly (number | null)[] }) => [name, each];
  expect(course.trades.map(values)).toEqual([
    ['Purchases', [1, 0, 0, 0, 0, 0, 0]],
    ['Sales', [0, 0, 0, 0, 0, 0, 1]],
    ['Exchanges', [0, 0, 0, 0, 0, 0, 0]],
  ]);
  expect(course.amounts.map(values)).toEqual([
    ['At least', [1_001, 0, 0, 0, 0, 0, 1_001]],
    ['At most', [15_000, 0, 0, 0, 0, 0, null]],
  ]);
});

it('shows one month among those before it', () => {
  expect(courseOf([month('2025-02', {})]).months).toEqual([
    ...['2024-09', '2024-10', '2024-11', '2024-12', '2025-01', '2025-02'],
  ]);
  expect(courseOf([]).months).toEqual([]);
});

it('knows the days of a month', () => {
  expect(daysOf('2024-02')).toEqual(['2024-02-01', '2024-02-29']);
  expect(daysOf('2025-12')).toEqual(['2025-12-01', '2025-12-31']);
});
