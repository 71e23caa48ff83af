import { plural } from '../../../ui/text.js';
import type { Cell, MonthCoverage } from './cells.js';
import { monthText, rangeText } from './days.js';

/** A month in a sentence: `March 2024: 24 filings (20 parsed, 4 paper), 87 trades, 3 late.` */
export function cellText({ month, state, figures, missing }: Cell): string {
  if (!figures) return monthText(month);
  const days = missing.map(rangeText).join(', ');
  const parts = [figures.listed > 0 ? filingsText(figures) : state === 'empty' && 'nothing listed yet'].filter(Boolean);
  const known = parts.length > 0 ? `${monthText(month)}: ${parts.join('')}.` : `${monthText(month)}.`;
  if (state === 'gap') return `${known} Not scraped: ${days}.`;
  return state === 'active' ? `${known} Being scraped: ${days}.` : known;
}

const KINDS = [
  ['parsed', 'parsed'],
  ['paper_read', 'read from paper'],
  ['paper_review', 'on paper to review'],
  ['paper', 'on paper, not read'],
  ['needs_review', 'to review'],
  ['unavailable', 'not on the site yet'],
  ['failed', 'failed'],
  ['waiting', 'not fetched yet'],
] as const;

function filingsText(figures: MonthCoverage): string {
  const kinds = KINDS.filter(([key]) => figures[key] > 0).map(([key, name]) => `${figures[key]} ${name}`);
  const late = figures.late > 0 ? `, ${figures.late} of them late` : '';
  return `${plural(figures.listed, 'filing')} (${kinds.join(', ')}), ${plural(figures.transactions, 'trade')}${late}`;
}
