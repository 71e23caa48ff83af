import { countText, plural } from '../../ui/text.js';
import type { Worker } from './data/worker-condition.js';

/** `3 of 4`; long ones and checks have slots of their own. */
export function slotsText({ active, pool_size }: Worker): string {
  const short = active.filter(({ name, lane }) => lane === undefined && name !== 'check').length;
  return `${countText(short)} of ${countText(pool_size)}`;
}

/** Null for older versions, which leave long ones to others. */
export function longSlotsText({ active, long_pool_size }: Worker): string | null {
  if (long_pool_size === undefined) return null;
  const long = active.filter(({ lane }) => lane === 'long').length;
  return `${countText(long)} of ${countText(long_pool_size)}`;
}

/** `scrape 12, check 3` */
export const totalsText = ({ totals = {} }: Worker): string =>
  Object.entries(totals)
    .map(([name, total]) => `${name} ${countText(total)}`)
    .join(', ');

export const memoryText = (mb: number | null | undefined): string =>
  figureText(mb, (n) => `${countText(Math.round(n))} MiB`);
export const cpuText = (percent: number | null | undefined): string => figureText(percent, (n) => `${n.toFixed(1)} %`);
export const lagText = (ms: number | null | undefined): string =>
  figureText(ms, (n) => `${countText(Math.round(n))} ms`);

const figureText = (value: number | null | undefined, text: (value: number) => string): string =>
  value === null || value === undefined ? 'unknown' : text(value);

export const inHandText = ({ active }: Worker): string =>
  active.length === 0 ? 'It has none' : `It ends the ${plural(active.length, 'task')} that it has`;
