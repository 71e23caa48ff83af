import { type Field, fieldLines } from '../../output/fields.js';
import { amountOf, filedOn, type FilingCells, minuteOf, ownerOf, type TradeCells, tradedOn, typeOf } from './cells.js';

interface Link {
  external_id: string;
  kind: string;
  method: string;
  score: number;
}

/** The answer of `GET trades/{id}`, as far as it is shown. */
export interface ShownTrade extends TradeCells {
  id: string;
  revision: number;
  ordinal: number;
  asset_name_raw: string;
  notified_on: string | null;
  days_to_file: number | null;
  late: boolean | null;
  is_current: boolean;
  superseded_at: string | null;
  comment: string | null;
  quality_flags: string[];
  amends: Link[];
  amended_by: Link[];
  filing: FilingCells & {
    id: string;
    state_district: string | null;
    member: { status: string; bioguide: string | null };
  };
}

/** The answer of `GET trades/{id}/source`. */
export interface TradeSource {
  document: { url: string; fetched_at: string; media_type: string; download: string };
  page: number | null;
  box: number[] | null;
  dom_row: number | null;
  corrections: { field: string; old: unknown; new: unknown; by: string; at: string; reason: string | null }[];
}

/** A trade for people; `gateway` serves the archived document. */
export function tradeLines(trade: ShownTrade, source: TradeSource, gateway: string): string[] {
  const { filing } = trade;
  return fieldLines([
    ['trade', `${trade.id} (revision ${trade.revision})`],
    ['filer', filerLine(filing)],
    ['what', `${typeOf(trade)}, owner: ${ownerOf(trade)}`],
    ['asset', [trade.ticker, trade.asset_name].filter(Boolean).join(' ')],
    ['amount', amountOf(trade)],
    ['traded', tradedOn(trade)],
    ['notified', trade.notified_on],
    ['filed', `${filedOn(filing)}${timeliness(trade)}`],
    ['comment', trade.comment],
    ['counts', countsLine(trade)],
    ['doubtful', trade.quality_flags.join(', ')],
    ...linkFields('replaces', trade.amends),
    ...linkFields('replaced by', trade.amended_by),
    ...source.corrections.map(correctionField),
    ['filing', `${filing.id} (${filing.chamber} ${filing.external_id}), row ${trade.ordinal}`],
    ['place', placeOf(source)],
    ['document', source.document.url],
    ['archived', `${gateway}${source.document.download} (fetched ${minuteOf(source.document.fetched_at)})`],
  ]);
}

const UNMATCHED: Record<string, string> = {
  ambiguous: 'several members match',
  open: 'member not known',
  outside: 'no member',
};

export function filerLine({ filer_name_raw, chamber, state_district, member }: ShownTrade['filing']): string {
  const who = member.bioguide ?? UNMATCHED[member.status] ?? member.status;
  return `${filer_name_raw.trim()} (${[chamber, state_district, who].filter(Boolean).join(', ')})`;
}

const timeliness = ({ days_to_file, late }: ShownTrade): string =>
  days_to_file === null ? '' : `, ${days_to_file} days after the trade${late ? ': late' : ''}`;

function countsLine({ is_current, superseded_at }: ShownTrade): string | null {
  if (superseded_at !== null) return `no: gone from its document since ${minuteOf(superseded_at)}`;
  return is_current ? null : 'no: amended or withdrawn by another filing, or it deletes a trade';
}

export const linkFields = (name: string, links: Link[]): Field[] =>
  links.map(({ external_id, kind, method, score }) => [name, `${external_id} (${kind}, by ${method}, score ${score})`]);

const correctionField = ({ field, old, new: now, by, at, reason }: TradeSource['corrections'][number]): Field => [
  'corrected',
  `${field}: ${JSON.stringify(old)} → ${JSON.stringify(now)}, by ${by}, ${minuteOf(at)}${reason ? `: ${reason}` : ''}`,
];

function placeOf({ page, box, dom_row }: TradeSource): string | null {
  if (dom_row !== null) return `row ${dom_row} of the page’s table`;
  if (page === null) return null;
  return `page ${page}${box === null ? '' : `, box ${box.join(' ')} (left bottom right top, in PDF points)`}`;
}
