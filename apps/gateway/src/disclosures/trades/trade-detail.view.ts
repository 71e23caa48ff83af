import { ApiProperty } from '@nestjs/swagger';
import type { Member } from '#rotunda/domain';
import type { FilingRecord, LinkedRow, Links, TradeHistory, TransactionRecord } from '#rotunda/persistence';
import { USE_NOTICE } from '../../http/use-notice.js';
import { AsOfView } from '../as-of.view.js';
import { LinkedTradeView, presentLinkedTrade } from '../lineage/lineage.view.js';
import { presentTrade, TradeView } from './trade.view.js';
import { presentTransaction, TransactionView } from './transaction.view.js';

/** A row as it was before a change. */
export class RevisionView extends TransactionView {
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null if it is still current' })
  superseded_at!: string | null;
}

export class TradeDetailView extends TradeView {
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the row disappeared from its document; null if it is still there',
  })
  superseded_at!: string | null;
  @ApiProperty({ type: [LinkedTradeView], description: 'Trades that it replaces' })
  amends!: LinkedTradeView[];
  @ApiProperty({ type: [LinkedTradeView], description: 'Trades that replace it' })
  amended_by!: LinkedTradeView[];
  @ApiProperty({ type: [RevisionView], description: 'Earlier revisions, newest first' })
  revisions!: RevisionView[];
  @ApiProperty({ type: AsOfView, nullable: true, description: 'With `as_of`' })
  as_of!: AsOfView | null;
  @ApiProperty({ description: 'What the law says about the use of disclosures' })
  notice!: string;
}

const presentRevision = (row: TransactionRecord, filing: FilingRecord): RevisionView => ({
  ...presentTransaction(row, filing),
  superseded_at: row.supersededAt?.toISOString() ?? null,
});

export const presentTradeDetail = (
  { latest, earlier, filing, member }: TradeHistory & { member: Member | null },
  { amends, amendedBy }: Links<LinkedRow>,
  asOf: AsOfView | null,
): TradeDetailView => ({
  ...presentTrade({ ...latest, filing, member }),
  superseded_at: latest.supersededAt?.toISOString() ?? null,
  amends: amends.map(presentLinkedTrade),
  amended_by: amendedBy.map(presentLinkedTrade),
  revisions: earlier.map((row) => presentRevision(row, filing)),
  as_of: asOf,
  notice: USE_NOTICE,
});
