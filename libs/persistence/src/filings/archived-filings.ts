import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { UNFINISHED_STATUSES, type Chamber, type IsoDate } from '#rotunda/domain';
import { Conditions } from '../database/conditions.js';
import { Filing, type FilingRecord } from '../entities/filing.entity.js';
import { fenced, type Fence } from '../database/fence.js';
import type { Announce, SettledOutcome } from '../rows/filing-outcome.js';
import { pagesOf } from '../rows/filing-pages.js';
import { lockFiling } from '../rows/filing-update.js';
import { lockLineage } from '../lineage/lineage-scope.js';
import { differenceOf, type KnownReading, type ReadingDifference } from '../rows/reading-difference.js';
import { selectList } from '../database/select-list.js';
import { settle } from './settle.js';
import { currentRows } from '../rows/stored-rows.js';
import { waitingRows } from '../rows/waiting-rows.js';

export interface ArchiveFilters {
  externalIds?: string[] | undefined;
  /** Calendar dates, both ends included. */
  filedFrom?: IsoDate | undefined;
  filedTo?: IsoDate | undefined;
  /** Only filings that another parser version read last. */
  parserVersionNot?: string | undefined;
}

/** A filing whose document is in the archive. */
export type ArchivedFiling = FilingRecord & { documentSha256: string };

/** Carries the differences out of a transaction that is rolled back. */
class RolledBack extends Error {
  override readonly name = 'RolledBack';

  constructor(readonly difference: ReadingDifference) {
    super('the changes are rolled back');
  }
}

/** Filings whose documents were read, and can be parsed again without their site. */
@Injectable()
export class ArchivedFilings {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The oldest first. */
  async find(chamber: Chamber, filters: ArchiveFilters): Promise<ArchivedFiling[]> {
    const unfinished = UNFINISHED_STATUSES.map((status) => `'${status}'`).join(', ');
    const where = new Conditions(`f.status NOT IN (${unfinished})`, 'f.document_sha256 IS NOT NULL')
      .where(chamber, (name) => `f.chamber = ${name}`)
      .where(filters.externalIds, (ids) => `f.external_id = ANY(${ids}::text[])`)
      .where(filters.filedFrom, (date) => `f.filed_on >= ${date}`)
      .where(filters.filedTo, (date) => `f.filed_on <= ${date}`)
      .where(filters.parserVersionNot, (version) => `f.parser_version IS DISTINCT FROM ${version}`);
    return this.dataSource.query<ArchivedFiling[]>(
      `SELECT ${selectList(this.dataSource, Filing, 'f')} FROM filings f
       WHERE ${where.sql} ORDER BY f.filed_on, f.external_id`,
      where.parameters,
    );
  }

  /**
   * Stores a new parse of a filing's document and returns the differences. Rows keep their ids, their old values stay
   * as superseded revisions, and reviewers' decisions stay in force. Without `apply` it does exactly the same and rolls
   * back, so the report shows what would happen.
   *
   * @throws FenceLostError when a later attempt of the task has written
   */
  async reread(
    filingId: string,
    outcome: SettledOutcome,
    fence: Fence,
    { apply, announce }: { apply: boolean; announce: Announce },
  ): Promise<ReadingDifference> {
    try {
      return await fenced(this.dataSource, fence, async (manager) => {
        await lockLineage(manager, filingId);
        const before = await known(manager, await lockFiling(manager, filingId));
        const { filing } = await settle(manager, before.filing, outcome, fence.taskId, announce);
        const difference = differenceOf(before, await known(manager, filing));
        if (!apply) throw new RolledBack(difference);
        return difference;
      });
    } catch (error) {
      if (error instanceof RolledBack) return error.difference;
      throw error;
    }
  }
}

const known = async (manager: EntityManager, filing: FilingRecord): Promise<KnownReading> => ({
  filing,
  rows: await currentRows(manager, filing.id),
  pages: await pagesOf(manager, filing.id),
  waiting: await waitingRows(manager, filing.id),
});
