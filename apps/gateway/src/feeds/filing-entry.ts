import type { FilingRecord, LinkedFiling, Trade } from '#rotunda/persistence';
import { filerName } from '../compat/vendor-words.js';
import { documentPath } from '../documents/document-path.js';
import { type AtomEntry, type AtomLink, stableId } from './atom.js';
import { filingHtml } from './filing-html.js';
import type { FeedFiling } from './feed-filings.js';

/**
 * One entry for a filing. It has the same id for ever, and a later `updated` whenever a row of it is read anew, amended or
 * withdrawn: each of these stores a revision.
 *
 * @param about the ticker of a feed that tells only of its trades: another entry than the one of the whole filing
 */
export function filingEntry(told: FeedFiling, origin: string, about?: string): AtomEntry {
  const { filing, trades } = told;
  const name = nameOf(told);
  return {
    id: about === undefined ? `urn:uuid:${filing.id}` : stableId(`${filing.id} ${about}`),
    title: `${name}: ${whatOf(told)}`,
    author: name,
    published: filing.firstSeenAt,
    updated: latest([filing.firstSeenAt, filing.settledAt, ...trades.map(({ recordedAt }) => recordedAt)]),
    links: linksOf(filing, origin),
    categories: [filing.chamber, ...new Set(trades.flatMap(({ ticker }) => ticker ?? []))],
    html: filingHtml(told, origin),
  };
}

const nameOf = ({ filing, trades: [first] }: FeedFiling): string => (first ? filerName(first) : filing.filerNameRaw);

function whatOf({ filing, trades, amendedBy }: FeedFiling): string {
  const filed = filing.filedOn === null ? '' : `, filed ${filing.filedOn}`;
  if (filing.status === 'paper') return `a report on paper${filed}`;
  const count = trades.length === 1 ? '1 trade' : `${trades.length} trades`;
  const source = filing.format === 'paper' ? ' from a scan' : '';
  return `${count}${source}${filed}${changeOf(trades, amendedBy)}`;
}

/** What became of it: nothing while all of its rows count. */
function changeOf(trades: Trade[], amendedBy: LinkedFiling[]): string {
  const gone = trades.filter(({ isCurrent }) => !isCurrent).length;
  if (gone === 0 || amendedBy.length === 0) return '';
  const isWithdrawn = amendedBy.every(({ kind }) => kind === 'withdraws');
  return ` (${gone < trades.length ? 'partly ' : ''}${isWithdrawn ? 'withdrawn' : 'amended'})`;
}

function linksOf(filing: FilingRecord, origin: string): AtomLink[] {
  const page = filing.memberId === null ? '/filings' : `/members/${filing.memberId}`;
  const archived = filing.documentSha256;
  return [
    { rel: 'alternate', type: 'text/html', href: origin + page },
    { rel: 'alternate', type: 'application/json', href: `${origin}/api/v1/filings/${filing.id}` },
    {
      rel: 'via',
      type: filing.chamber === 'house' ? 'application/pdf' : 'text/html',
      href: filing.documentUrl,
      title: 'The document on the chamber’s site',
    },
    ...(archived === null
      ? []
      : [
          {
            rel: 'related' as const,
            type: 'application/octet-stream',
            href: origin + documentPath(archived),
            title: 'The document as archived',
          },
        ]),
  ];
}

const latest = (instants: (Date | null)[]): Date =>
  new Date(Math.max(...instants.flatMap((instant) => instant?.getTime() ?? [])));
