import { ApiProperty } from '@nestjs/swagger';
import { isBackfill, termOn } from '#rotunda/domain';
import type { Trade } from '#rotunda/persistence';
import { documentPath } from '../../documents/document-path.js';
import { FilingView, presentFiling } from '../filings/filing.view.js';
import { writtenName } from '../written-name.js';
import { presentTransaction, TransactionView } from './transaction.view.js';

const NULLABLE_TEXT = { type: String, nullable: true } as const;

/** Who filed, by the term on the day of the filing, or the last one before it. */
export class TradeMemberView {
  @ApiProperty({ example: 'S900001', description: 'Bioguide id of the member' })
  bioguide!: string;
  @ApiProperty({ description: 'As the member writes it' })
  name!: string;
  @ApiProperty({ ...NULLABLE_TEXT, example: 'Independent', description: 'Party in that term' })
  party!: string | null;
  @ApiProperty({ ...NULLABLE_TEXT, example: 'AK', description: 'Postal code of the state in that term' })
  state!: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'House only; 0 if the state is one district' })
  district!: number | null;
}

/** Paths on this gateway. */
export class TradeLinksView {
  @ApiProperty({ description: 'The trade with its earlier revisions' })
  self!: string;
  @ApiProperty({ description: 'What it replaces and what replaces it: `amends` and `amended_by`' })
  lineage!: string;
  @ApiProperty({ description: 'Where it was read: document, page, box or table row, parser, corrections' })
  source!: string;
  @ApiProperty({ description: 'The archived document, at the page' })
  document!: string;
  @ApiProperty()
  filing!: string;
  @ApiProperty(NULLABLE_TEXT)
  member!: string | null;
  @ApiProperty({ description: 'For people: the page of its filing' })
  page!: string;
}

export class TradeView extends TransactionView {
  @ApiProperty({
    description:
      'Whether `first_seen_at` is more than a week after the filing: then nobody who followed this archive could know it ' +
      'when it was filed',
  })
  backfill!: boolean;
  @ApiProperty({ type: TradeMemberView, nullable: true, description: 'Null while it is not known' })
  member!: TradeMemberView | null;
  @ApiProperty()
  links!: TradeLinksView;
  @ApiProperty({ description: 'Absent with `filings=once`' })
  filing!: FilingView;
}

export const presentTrade = (trade: Trade): TradeView =>
  Object.assign(withoutFiling(trade), { filing: presentFiling(trade.filing) });

/** For an answer that has each filing once. */
export const withoutFiling = (trade: Trade): Omit<TradeView, 'filing'> =>
  // Not spread: V8 copies an object of so many fields in 50 µs, and adds to it in one.
  Object.assign(presentTransaction(trade, trade.filing), {
    backfill: isBackfill(trade.filing.filedOn, trade.firstSeenAt),
    member: presentTradeMember(trade),
    links: linksOf(trade),
  });

function presentTradeMember({ member, filing }: Pick<Trade, 'member' | 'filing'>): TradeMemberView | null {
  if (!member) return null;
  const { party = null, state = null, district = null } = termOn(member, filing.filedOn) ?? {};
  return { bioguide: member.bioguide, name: writtenName(member), party, state, district };
}

function linksOf({ id, filingId, documentSha256, page, member }: Trade): TradeLinksView {
  const self = `/api/v1/trades/${id}`;
  return {
    ...{ self, lineage: self, source: `${self}/source` },
    document: documentPath(documentSha256) + (page === null ? '' : `#page=${page}`),
    filing: `/api/v1/filings/${filingId}`,
    member: member && `/api/v1/members/${member.bioguide}`,
    page: `/filings/${filingId}`,
  };
}
