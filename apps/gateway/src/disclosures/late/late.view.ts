import { ApiProperty } from '@nestjs/swagger';
import { type LateFiler, latenessOf, type LateSummary, type Page, type Trade } from '#rotunda/persistence';
import { NEXT_CURSOR } from '../../http/list-params.js';
import { chooserOf } from '../../http/lists/chosen-fields.js';
import { USE_NOTICE } from '../../http/use-notice.js';
import { Noticed } from '../noticed.js';
import { presentTrade, TradeView } from '../trades/trade.view.js';

export class LateCountsView {
  @ApiProperty({ type: 'integer', description: 'Disclosed late' })
  late!: number;
  @ApiProperty({ type: 'integer', description: 'Disclosed in time' })
  in_time!: number;
  @ApiProperty({ type: 'integer', description: 'A date is missing or impossible, so nobody can say' })
  unknown!: number;
  @ApiProperty({
    type: 'integer',
    description: 'Not judged: they amend an earlier trade, or do not say whether they do',
  })
  not_judged!: number;
}

export class LateMemberView {
  @ApiProperty({ type: String, nullable: true, description: 'Null where the filer is not matched to a member' })
  bioguide!: string | null;
  @ApiProperty({ description: 'As the member writes it; of others, as the filing has it' })
  name!: string;
  @ApiProperty({ enum: ['senate', 'house'], isArray: true })
  chambers!: string[];
  @ApiProperty({ type: 'integer' })
  late_trades!: number;
  @ApiProperty({ type: 'integer' })
  in_time_trades!: number;
  @ApiProperty({ type: 'integer', description: 'A date is missing or impossible' })
  unknown_trades!: number;
  @ApiProperty({ type: 'integer', description: 'Days past the limit, of the latest trade' })
  worst_days!: number;
  @ApiProperty({ format: 'date', description: 'When the last late trade was disclosed' })
  last_filed_on!: string;
}

export class LateTradeView extends TradeView {
  @ApiProperty({ type: 'integer', description: 'Days past the 45 after the trade; 0: within them' })
  days_past_trade_limit!: number;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description:
      'Days past the 30 after the notice; 0: within them; null: no date of it is known, or one before the trade',
  })
  days_past_notice_limit!: number | null;
}

export class LatePage extends Noticed {
  @ApiProperty({ description: 'Of all trades that the filters match, on whatever page' })
  counts!: LateCountsView;
  @ApiProperty({ type: [LateMemberView], description: 'Of all pages; who was late most often comes first' })
  members!: LateMemberView[];
  @ApiProperty({ type: [LateTradeView] })
  data!: LateTradeView[];
  @ApiProperty(NEXT_CURSOR)
  next_cursor!: string | null;
}

/** @param fields those of each trade that are wanted */
export function presentLate(
  { counts, filers }: LateSummary,
  { items, nextCursor }: Page<Trade>,
  fields: string[] | undefined,
): LatePage {
  const choose = chooserOf(LateTradeView, fields);
  return {
    counts: { late: counts.late, in_time: counts.inTime, unknown: counts.unknown, not_judged: counts.notJudged },
    members: filers.map(presentFiler),
    data: items.map((trade) => choose(presentLateTrade(trade)) as LateTradeView),
    next_cursor: nextCursor,
    notice: USE_NOTICE,
  };
}

const presentFiler = (filer: LateFiler): LateMemberView => ({
  bioguide: filer.bioguide,
  name: filer.name,
  chambers: filer.chambers,
  late_trades: filer.late,
  in_time_trades: filer.inTime,
  unknown_trades: filer.unknown,
  worst_days: filer.worstDays,
  last_filed_on: filer.lastFiledOn,
});

function presentLateTrade(trade: Trade): LateTradeView {
  const { pastTrade, pastNotice } = latenessOf(trade, trade.filing) ?? { pastTrade: 0, pastNotice: null };
  return Object.assign(presentTrade(trade), { days_past_trade_limit: pastTrade, days_past_notice_limit: pastNotice });
}
