import type { Conditions } from '../../database/conditions.js';
import { decodeOneOf, encodeCursor, isUuid, type Key } from '../../database/cursor.js';
import { isFiledKey } from '../filing-filters.js';
import type { TradeOrder } from './trade-filters.js';
import { fitsAny, type KnownFilters } from './trade-conditions.js';
import { MATCH_KINDS, type Names, type TextMatch } from './text-matches.js';

/** Where a trade stands in the list, and what is read for it. */
export interface TradeKey {
  tradeId: string;
  revision: number;
  filingId: string;
  memberId: string | null;
  filed: string;
  place: number;
  traded: string | null;
  amountMin: number | null;
}

export const KEY = `s.trade_id AS "tradeId", s.revision, s.filing_id AS "filingId", s.member_id AS "memberId", s.filed,
  s.place, s.traded, s.amount_min AS "amountMin"`;

/**
 * A part of a list that one index has in its order. Known days come before unknown ones, nearer names before those that
 * are less so.
 */
export interface Section {
  /** Sections follow each other by this number. */
  position: number;
  /** What it is ordered by, all in one direction; together no two trades have the same. */
  columns: Column[];
  restrict: (where: Conditions) => void;
  /** The only names that its trades have, if they are of one kind. */
  names?: Names | undefined;
}

interface Column {
  name: string;
  isPart: (part: unknown) => boolean;
  of: (key: TradeKey) => string | number;
  /** A part of a cursor as a value of the column. */
  sql: (placeholder: string) => string;
}

const isNumber = (part: unknown): boolean => typeof part === 'number' && Number.isFinite(part);
const LARGEST_INTEGER = 2 ** 31 - 1;
const isOrdinal = (part: unknown): boolean => Number.isInteger(part) && Math.abs(part as number) <= LARGEST_INTEGER;

const cast = (type: string) => (placeholder: string) => `${placeholder}::${type}`;
const FILED: Column = { name: 'filed', isPart: isFiledKey, of: ({ filed }) => filed, sql: cast('date') };
const FILING: Column = { name: 'filing_id', isPart: isUuid, of: ({ filingId }) => filingId, sql: cast('uuid') };
const TRADE: Column = { name: 'trade_id', isPart: isUuid, of: ({ tradeId }) => tradeId, sql: cast('uuid') };
const TRADED: Column = { name: 'traded', isPart: isFiledKey, of: ({ traded }) => traded!, sql: cast('date') };
const AMOUNT: Column = {
  name: 'amount_min',
  isPart: isNumber,
  of: ({ amountMin }) => amountMin!,
  sql: cast('numeric'),
};
/** Minus the ordinal: the rows of a filing come in document order where the newest filing comes first. */
const PLACE: Column = {
  name: 'place',
  isPart: isOrdinal,
  of: ({ place }) => 0 - place,
  sql: (placeholder) => `-${placeholder}::integer`,
};
const BY_FILED = [FILED, FILING, PLACE];

const whole = (columns: Column[]): Section => ({ position: 0, columns, restrict: () => undefined });

/** By a column that may be empty: those rows come last, in either direction. */
const knownFirst = (column: Column): Section[] => [
  {
    position: 0,
    columns: [column, FILING, PLACE],
    restrict: (where) => void where.and(`s.${column.name} IS NOT NULL`),
  },
  { position: 1, columns: [FILING, PLACE], restrict: (where) => void where.and(`s.${column.name} IS NULL`) },
];

/** The nearest first, each trade where it is nearest. */
const byRelevance = (matches: TextMatch[]): Section[] =>
  matches.map((match, i) => ({
    position: MATCH_KINDS.indexOf(match.kind) - match.rank * MATCH_KINDS.length,
    columns: BY_FILED,
    restrict: (where) => {
      where.and(fitsAny(where, [match]));
      if (i > 0) where.and(`NOT ${fitsAny(where, matches.slice(0, i))}`);
    },
    names: match.names.length === 1 ? match.names[0] : undefined,
  }));

const SECTIONS: Record<Exclude<TradeOrder, 'relevance'>, Section[]> = {
  filed: [whole(BY_FILED)],
  // Ids sort by time, and a row keeps its own when it is read again.
  stored: [whole([TRADE])],
  traded: knownFirst(TRADED),
  amount: knownFirst(AMOUNT),
};

/** A list in its order. */
export class TradeList {
  readonly direction: 'asc' | 'desc';
  /** What each section is of. */
  readonly filters: KnownFilters;
  private readonly order: TradeOrder;
  private readonly sections: Section[];

  constructor(filters: KnownFilters) {
    const { order, matches, direction = 'desc' } = filters;
    this.order =
      matches === undefined && order === 'relevance' ? 'filed' : (order ?? (matches ? 'relevance' : 'filed'));
    this.direction = direction;
    this.filters = this.order === 'relevance' ? { ...filters, matches: undefined } : filters;
    const sections = this.order === 'relevance' ? byRelevance(matches!) : SECTIONS[this.order];
    const isTurned = this.order === 'relevance' && direction === 'asc';
    this.sections = isTurned
      ? sections.map((section) => ({ ...section, position: 0 - section.position })).toReversed()
      : sections;
  }

  cursorOf({ position, columns }: Section, key: TradeKey): string {
    return encodeCursor([...this.prefix(position), ...columns.map((column) => column.of(key))]);
  }

  /** The sections from a cursor on; `place` is where the first of them goes on. */
  from(cursor: string | undefined): { section: Section; place?: Key }[] {
    if (!cursor) return this.sections.map((section) => ({ section }));
    const shapes = this.sections.length === 0 ? [BY_FILED] : [...new Set(this.sections.map(({ columns }) => columns))];
    const prefix = this.prefix(0).map((_, i) => (i === 0 ? (part: unknown) => part === this.name : isNumber));
    const { key } = decodeOneOf(
      cursor,
      shapes.map((columns) => [...prefix, ...columns.map(({ isPart }) => isPart)]),
    );
    const position = prefix.length === 0 ? 0 : Number(key[1]);
    const place = key.slice(prefix.length);
    return this.sections
      .filter((section) => section.position >= position)
      .map((section) => (section.position === position ? { section, place } : { section }));
  }

  private get name(): string {
    return `${this.order} ${this.direction}`;
  }

  /** The cursors of the two lists that are older than the others don't name them. */
  private prefix(position: number): Key {
    const isOld = this.direction === 'desc' && (this.order === 'filed' || this.order === 'stored');
    return isOld ? [] : [this.name, position];
  }
}

export const orderBy = ({ columns }: Section, direction: 'asc' | 'desc'): string =>
  columns.map(({ name }) => `s.${name} ${direction}`).join(', ');

/** Rows after a place. */
export function after({ columns }: Section, direction: 'asc' | 'desc', place: Key, where: Conditions): string {
  const values = columns.map(({ sql }, i) => sql(where.bind(place[i])));
  return `(${columns.map(({ name }) => `s.${name}`).join(', ')}) ${direction === 'asc' ? '>' : '<'} (${values.join(', ')})`;
}
