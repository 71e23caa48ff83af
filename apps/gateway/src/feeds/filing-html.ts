import { isBackfill, reviewStatus } from '#rotunda/domain';
import type { LinkedFiling, Trade } from '#rotunda/persistence';
import { amountText, assetText, ownerWord, typeWord } from '../compat/vendor-words.js';
import type { FeedFiling } from './feed-filings.js';

/** Nobody reads more than that in a reader. */
const SHOWN = 50;
const HEADINGS = ['Traded', 'Owner', 'Type', 'Ticker', 'Asset', 'Amount', 'Note'];

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text of a document as text: readers show entries as HTML. */
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character]!);

/** What an entry shows. */
export function filingHtml({ filing, trades, amendedBy }: FeedFiling, origin: string): string {
  const parts = [
    `<p>${escape(aboutOf(filing))}</p>`,
    ...amendedBy.map((later) => `<p>${laterText(later, origin)}</p>`),
    filing.status === 'paper' ? '<p>It is on paper, and its trades were not read.</p>' : table(trades),
    `<p><a href="${escape(filing.documentUrl)}">The document</a></p>`,
  ];
  return parts.join('');
}

function aboutOf({ chamber, stateDistrict, filedOn, firstSeenAt, status, format }: FeedFiling['filing']): string {
  const seat = stateDistrict === null ? '' : `, ${stateDistrict}`;
  const seen = `First seen ${firstSeenAt.toISOString()}${isBackfill(filedOn, firstSeenAt) ? ' (backfill)' : ''}.`;
  const doubt = status === reviewStatus(format) ? ' It waits for a review.' : '';
  const scan = format === 'paper' && status !== 'paper' ? ' Its trades were read from a scan.' : '';
  return `${chamber === 'senate' ? 'Senate' : 'House'}${seat}. Filed ${filedOn ?? 'on an unknown day'}. ${seen}${scan}${doubt}`;
}

const VERBS = { amends: 'Amended', withdraws: 'Withdrawn', restates: 'Restated' } as const;

const laterText = ({ id, externalId, filedOn, kind }: LinkedFiling, origin: string): string =>
  `${VERBS[kind]} by <a href="${origin}/api/v1/filings/${id}">${escape(externalId)}</a>, filed ${filedOn ?? 'on an unknown day'}.`;

function table(trades: Trade[]): string {
  const more = trades.length - SHOWN;
  const rows = [HEADINGS.map((heading) => `<th>${heading}</th>`), ...trades.slice(0, SHOWN).map(cellsOf)];
  const body = rows.map((cells) => `<tr>${cells.join('')}</tr>`).join('');
  return `<table>${body}</table>${more > 0 ? `<p>And ${more} more.</p>` : ''}`;
}

const cellsOf = (trade: Trade): string[] =>
  [
    trade.tradedOn ?? trade.tradedOnRaw,
    ownerWord(trade) ?? 'unknown',
    typeWord(trade) ?? trade.typeRaw,
    trade.ticker ?? '',
    assetText(trade),
    amountText(trade),
    noteOf(trade),
  ].map((text) => `<td>${escape(text)}</td>`);

function noteOf({ rowStatus, isCurrent, late }: Trade): string {
  if (rowStatus === 'deleted') return 'takes an earlier row back';
  if (!isCurrent) return 'amended or withdrawn';
  return late ? 'late' : '';
}
