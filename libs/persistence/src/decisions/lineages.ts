import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { LineageKind, LineageMethod } from '#rotunda/domain';
import type { FilingRecord } from '../entities/filing.entity.js';
import type { Announce } from '../rows/filing-outcome.js';
import { lockFiling } from '../rows/filing-update.js';
import { recordDoubt } from '../lineage/lineage-doubts.js';
import { lockLineage } from '../lineage/lineage-scope.js';
import { enterAnnouncements } from '../database/outbox.js';
import { relink } from '../lineage/relink.js';
import { currentRows } from '../rows/stored-rows.js';

/** A filing at the other end of a link. */
export interface LinkedFiling {
  id: string;
  externalId: string;
  filedOn: string | null;
  kind: LineageKind;
  method: LineageMethod;
  score: number;
}

/** A row at the other end of a link; `id` is null where a filing withdraws the row by leaving it out. */
export interface LinkedRow extends Omit<LinkedFiling, 'id'> {
  id: string | null;
  filingId: string;
}

export interface Links<T> {
  amends: T[];
  amendedBy: T[];
}

/** A person's decision on which filing (Senate) or row (House) another one amends. */
export interface LineageChoice {
  /** The filing that amends. */
  filingId: string;
  /** The row that amends; House only. */
  rowId?: string | undefined;
  /** The filing or row that it amends; null where that is not stored here. */
  predecessorId: string | null;
  by: string;
  reason: string;
}

/** An impossible choice: it names something that does not exist or that can't be amended. */
export class InvalidLineageError extends Error {
  override readonly name = 'InvalidLineageError';
}

/** What amends what, found by rules or decided by people. */
@Injectable()
export class Lineages {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async ofFiling(id: string): Promise<Links<LinkedFiling>> {
    const [amends, amendedBy] = [
      await this.filingLinks('predecessor_id', 'successor_id', id),
      await this.filingLinks('successor_id', 'predecessor_id', id),
    ];
    return { amends, amendedBy };
  }

  async ofRow(id: string): Promise<Links<LinkedRow>> {
    return { amends: await this.predecessorsOf(id), amendedBy: await this.successorsOf(id) };
  }

  /**
   * Stores a person's decision for good and updates links and rows to match. The filing no longer needs a review for
   * this reason. The last of several decisions counts.
   * @throws InvalidLineageError, UnknownFilingError: nothing was changed
   */
  async decide(choice: LineageChoice, announce: Announce): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await lockLineage(manager, choice.filingId);
      const filing = await lockFiling(manager, choice.filingId);
      await refuseInvalid(manager, filing, choice);
      await manager.query(
        `INSERT INTO lineage_decisions (filing_id, successor_id, predecessor_id, decided_by, reason)
         VALUES ($1, $2, $3, $4, $5)`,
        [filing.id, choice.rowId ?? filing.id, choice.predecessorId, choice.by, choice.reason],
      );
      const taskId = filing.lastTaskId ?? filing.firstTaskId;
      const relinked = await relink(manager, filing, taskId);
      await refuseUnlinked(manager, choice);
      await recordDoubt(manager, filing, relinked.doubt, taskId);
      const told = announce(filing, [], { ...relinked, vanished: [] });
      await enterAnnouncements(manager, filing.chamber, told);
    });
  }

  private filingLinks(other: string, own: string, id: string): Promise<LinkedFiling[]> {
    return this.dataSource.query(
      `SELECT f.id, f.external_id AS "externalId", f.filed_on AS "filedOn", l.kind, l.method, l.score
       FROM filing_lineage l JOIN filings f ON f.id = l.${other} WHERE l.${own} = $1
       ORDER BY f.filed_on, f.external_id`,
      [id],
    );
  }

  private predecessorsOf(id: string): Promise<LinkedRow[]> {
    return this.dataSource.query(
      `SELECT t.id, f.id AS "filingId", f.external_id AS "externalId", f.filed_on AS "filedOn", l.kind, l.method, l.score
       FROM transaction_lineage l JOIN transactions t ON t.id = l.predecessor_id AND t.superseded_at IS NULL
         JOIN filings f ON f.id = t.filing_id
       WHERE l.successor_id = $1 ORDER BY f.filed_on, f.external_id`,
      [id],
    );
  }

  private successorsOf(id: string): Promise<LinkedRow[]> {
    return this.dataSource.query(
      `SELECT l.successor_id AS id, f.id AS "filingId", f.external_id AS "externalId", f.filed_on AS "filedOn",
         l.kind, l.method, l.score
       FROM transaction_lineage l JOIN filings f ON f.id = l.successor_filing_id
       WHERE l.predecessor_id = $1 ORDER BY f.filed_on, f.external_id`,
      [id],
    );
  }
}

async function refuseInvalid(manager: EntityManager, filing: FilingRecord, { rowId }: LineageChoice): Promise<void> {
  const isByRow = filing.chamber === 'house';
  if (isByRow && rowId === undefined)
    throw new InvalidLineageError('In the House a trade amends a trade: name the trade that amends');
  if (!isByRow && rowId !== undefined)
    throw new InvalidLineageError('In the Senate a report amends a report: leave the trade out');
  if (rowId !== undefined && !(await currentRows(manager, filing.id)).some(({ id }) => id === rowId)) {
    throw new InvalidLineageError(`Filing ${filing.id} has no trade ${rowId}`);
  }
}

/** A valid choice has become a link. Otherwise it is not an earlier filing of the same filer (and title), or has no rows. */
async function refuseUnlinked(
  manager: EntityManager,
  { filingId, rowId, predecessorId }: LineageChoice,
): Promise<void> {
  if (predecessorId === null) return;
  const links = await manager.query<unknown[]>(
    rowId === undefined
      ? `SELECT 1 FROM filing_lineage WHERE successor_id = $1 AND predecessor_id = $2`
      : `SELECT 1 FROM transaction_lineage WHERE successor_id = $1 AND predecessor_id = $2`,
    [rowId ?? filingId, predecessorId],
  );
  if (links.length === 0) {
    throw new InvalidLineageError(
      `${filingId} can't amend ${predecessorId}, which is not an earlier filing or trade of the same filer`,
    );
  }
}
