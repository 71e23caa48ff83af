import type { FilingFormat, IsoDate, Member, Owner, TransactionType } from '#rotunda/domain';
import type { FilingRecord } from '../../entities/filing.entity.js';
import type { TransactionRecord } from '../../entities/transaction.entity.js';
import type { FilingFilters } from '../filing-filters.js';

export interface TradeFilters extends FilingFilters {
  /** Read from electronic documents, or from scans. */
  sources?: FilingFormat[] | undefined;
  /** `unknown`: the document names none, or one that the form does not have. */
  owners?: (Owner | 'unknown')[] | undefined;
  types?: TransactionType[] | undefined;
  /** As the forms write them: codes of the House, words of the Senate; case-insensitive. */
  assetTypes?: string[] | undefined;
  tradedFrom?: IsoDate | undefined;
  tradedTo?: IsoDate | undefined;
  /** US dollars: the whole band is at or above it. */
  amountFrom?: number | undefined;
  /** US dollars: the whole band is at or below it. */
  amountTo?: number | undefined;
  /** More than 45 days after the trade, or not. */
  late?: boolean | undefined;
  /** Rows with one of these quality flags, of their own or of their filing. */
  flags?: string[] | undefined;
  /** Words of the asset's and the filer's name. */
  text?: string | undefined;
  /** Include rows that do not count: those that another filing amends or withdraws, and rows that delete. */
  includeSuperseded?: boolean | undefined;
  /** Only trades that were disclosed late; see `latenessOf`. */
  onlyLate?: boolean | undefined;
  /** Default: `relevance` with `text`, else `filed`. */
  order?: TradeOrder | undefined;
  /** Default: `desc`. */
  direction?: 'asc' | 'desc' | undefined;
}

/**
 * `filed`: the newest filing first, its rows in document order. `stored`: those that were stored last first. `traded`,
 * `amount`: by the day of the trade, by the lower end of the band; unknown ones last. `relevance`: to the text.
 */
export const TRADE_ORDERS = ['filed', 'stored', 'traded', 'amount', 'relevance'] as const;
export type TradeOrder = (typeof TRADE_ORDERS)[number];

/** A row with its filing. Its provenance is `documentSha256`, `page`, `box`, `domRow`, `parserVersion`. */
export interface Trade extends TransactionRecord {
  filing: FilingRecord;
  /** Who filed it; null while that is not known. */
  member: Member | null;
}
