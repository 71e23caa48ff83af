import type { Schema } from '../../api/types.js';
import type { Series } from '../../ui/chart/series.js';

type Month = Schema<'MonthTotalsView'>;
type Side = 'purchases' | 'sales' | 'exchanges' | 'unknown_types';

export interface Course {
  /** `2025-03`, without a gap. */
  months: string[];
  trades: Series[];
  /** Both bounds; where a trade has no upper one, nobody can say how much it was at most. */
  amounts: Series[];
}

/** The last month a chart begins with alone: an axis needs more than one. */
const LEAST_MONTHS = 6;

const SIDES: [side: Side, name: string, colour: Series['colour']][] = [
  ['purchases', 'Purchases', '--started'],
  ['sales', 'Sales', '--revoked'],
  ['exchanges', 'Exchanges', '--retry'],
  ['unknown_types', 'Unknown type', '--pending'],
];

/** Every month from the first to the last one with a trade, those without one as zeros. */
export function courseOf(totals: readonly Month[]): Course {
  const dated = new Map(totals.flatMap((month) => (month.month === null ? [] : [[month.month, month] as const])));
  const months = monthsBetween([...dated.keys()].toSorted());
  const each = (of: (month: Month) => number | null) =>
    months.map((month) => {
      const found = dated.get(month);
      return found ? of(found) : 0;
    });
  const sides = SIDES.filter(([side]) => totals.some((month) => month[side].trades > 0));
  return {
    months,
    trades: sides.map(([side, name, colour]) => ({
      ...{ name, colour, isBars: true },
      values: each((month) => month[side].trades),
    })),
    amounts: [
      { name: 'At least', colour: '--success', values: each(({ all }) => all.amount_min) },
      { name: 'At most', colour: '--started', values: each(mostOf) },
    ],
  };
}

const mostOf = ({ all }: Month): number | null => (all.open_ended + all.unknown_amounts > 0 ? null : all.amount_max);

function monthsBetween(sorted: readonly string[]): string[] {
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const count = numberOf(last) - numberOf(first) + 1;
  const begin = numberOf(last) - Math.max(count, LEAST_MONTHS) + 1;
  return Array.from({ length: Math.max(count, LEAST_MONTHS) }, (_, n) => monthOf(begin + n));
}

const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
const monthOf = (number: number): string => `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;

export const beginOf = (month: string): number => Date.parse(`${month}-01`) / 1_000;

/** The first and the last day of a month. */
export function daysOf(month: string): [first: string, last: string] {
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);
  return [`${month}-01`, last];
}
