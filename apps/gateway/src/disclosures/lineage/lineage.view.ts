import { ApiProperty } from '@nestjs/swagger';
import { LINEAGE_KINDS, LINEAGE_METHODS } from '#rotunda/domain';
import type { LinkedFiling, LinkedRow } from '#rotunda/persistence';

/** How a filing or row is linked to the one that it replaces. */
class LinkView {
  @ApiProperty({ description: 'House DocID or Senate UUID' })
  external_id!: string;
  @ApiProperty({ format: 'date', type: String, nullable: true })
  filed_on!: string | null;
  @ApiProperty({
    enum: LINEAGE_KINDS,
    description: 'restates: repeats the earlier one; amends: changes it; withdraws: cancels it',
  })
  kind!: string;
  @ApiProperty({
    enum: LINEAGE_METHODS,
    description: 'row_id: by the House’s row id; content, title: by what they say; decision: by a person',
  })
  method!: string;
  @ApiProperty({ description: '0 to 1: how much of the earlier one is in the later one', example: 0.95 })
  score!: number;
}

export class LinkedFilingView extends LinkView {
  @ApiProperty({ format: 'uuid' })
  filing_id!: string;
}

export class LinkedTradeView extends LinkView {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null: withdrawn by omission' })
  trade_id!: string | null;
  @ApiProperty({ format: 'uuid' })
  filing_id!: string;
}

export const presentLinkedFiling = (link: LinkedFiling): LinkedFilingView => ({
  filing_id: link.id,
  ...presentLink(link),
});

export const presentLinkedTrade = (link: LinkedRow): LinkedTradeView => ({
  trade_id: link.id,
  filing_id: link.filingId,
  ...presentLink(link),
});

const presentLink = ({ externalId, filedOn, kind, method, score }: LinkedFiling | LinkedRow): LinkView => ({
  external_id: externalId,
  filed_on: filedOn,
  kind,
  method,
  score,
});
