import type { EntityManager } from 'typeorm';
import { type ParsedTransaction } from '#rotunda/domain';
import type { WaitingRowRecord } from '../entities/paper.entities.js';
import type { RowContent } from '../entities/read-row.js';
import type { TransactionRecord } from '../entities/transaction.entity.js';
import type { Correction } from '../rows/correction.js';
import { pickContent } from '../rows/row-content.js';
import { currentRows } from '../rows/stored-rows.js';
import { waitingRows } from '../rows/waiting-rows.js';

/** What a reviewer changes: all of it is applied, or nothing. */
export interface Edits {
  corrections: Correction[];
  added: AddedRow[];
  removed: RemovedRow[];
}

export const NO_EDITS: Edits = { corrections: [], added: [], removed: [] };

/** The interpreted values that a reviewer gives a row that was not read. */
export type AddedContent = Pick<
  RowContent,
  'owner' | 'assetName' | 'type' | 'tradedOn' | 'notifiedOn' | 'amountMin' | 'amountMax' | 'amountOver'
> &
  Partial<Pick<RowContent, 'assetType' | 'ticker' | 'description' | 'comment' | 'rowStatus' | 'capGainsOver200'>>;

export interface AddedRow {
  content: AddedContent;
  /** Page of the filing, from 1. */
  page: number;
  /** In PDF points, as `SourcePlace` has it. */
  box: ParsedTransaction['place']['box'];
  /** The row above it; null: it is the last of the filing. */
  afterId: string | null;
  /** The reason, if it differs from the decision's. */
  reason: string | null;
}

export interface RemovedRow {
  transactionId: string;
  /** The revision that the reviewer saw; null for a row that waits. */
  revision: number | null;
  reason: string | null;
}

/** A row of the filing when it is decided: a trade, or one that waits. */
export interface KnownRow {
  id: string;
  row: ParsedTransaction;
  trade: TransactionRecord | null;
  waiting: WaitingRowRecord | null;
}

/** In document order. */
export async function knownRows(manager: EntityManager, filingId: string): Promise<KnownRow[]> {
  const trades = (await currentRows(manager, filingId)).map((trade): KnownRow => {
    const { id, ordinal, page, box, domRow, paper } = trade;
    const row = { ...pickContent(trade), ordinal, place: { page, box, domRow }, ...(paper && { paper }) };
    return { id, row, trade, waiting: null };
  });
  const waiting = (await waitingRows(manager, filingId)).map((row): KnownRow => ({
    id: row.id,
    row: { ...row.fields, ordinal: row.ordinal },
    trade: null,
    waiting: row,
  }));
  return [...trades, ...waiting].toSorted((a, b) => a.row.ordinal - b.row.ordinal);
}
