import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { UNFINISHED_STATUSES, type Chamber, type ListedFiling } from '#rotunda/domain';
import { Filing, type FilingRecord } from '../entities/filing.entity.js';
import { fenced, type Fence } from '../database/fence.js';
import { isSettled, type Announce, type FilingOutcome, type StoredFiling } from '../rows/filing-outcome.js';
import { lockFiling, markUnfinished, UnknownFilingError } from '../rows/filing-update.js';
import { lockLineage } from '../lineage/lineage-scope.js';
import { enterListing } from './listing-entry.js';
import { MemberMatching } from '../members/member-matching.js';
import { rejectionOfData } from '../database/rejected-data.js';
import { selectList } from '../database/select-list.js';
import { settle, unchanged } from './settle.js';
import { TALLY_SQL, tallyOf, type TalliedFiling, type Tally } from './tally.js';

/** The filings and their transactions, as the scrapers store them. */
@Injectable()
export class Filings {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly members: MemberMatching = new MemberMatching(dataSource),
  ) {}

  /**
   * Stores a site's listing: new filings as `listed`; known ones keep their status. Where a listing names a filing
   * twice, the last line counts. A filing that Postgres rejects is left out; the others are stored.
   * @param onRejected called for each filing that was left out, with the reason
   * @returns each filing once, in the order of the listing
   */
  async enter(
    chamber: Chamber,
    listed: ListedFiling[],
    taskId: string,
    onRejected?: (externalId: string, reason: string) => void,
  ): Promise<FilingRecord[]> {
    const unique = [...new Map(listed.map((filing) => [filing.externalId, filing])).values()];
    if (unique.length === 0) return [];
    const enter = (filings: ListedFiling[]): Promise<void> =>
      enterListing(this.dataSource.manager, chamber, filings, taskId);
    await enter(unique).catch(async (error: unknown) => {
      if (!onRejected || rejectionOfData(error) === null) throw error;
      for (const filing of unique) {
        await enter([filing]).catch((alone: unknown) => {
          const reason = rejectionOfData(alone);
          if (reason === null) throw alone;
          onRejected(filing.externalId, reason);
        });
      }
    });
    const entered = await this.select(
      `JOIN unnest($2::text[]) WITH ORDINALITY AS l (external_id, line) USING (external_id)
       WHERE f.chamber = $1 ORDER BY l.line`,
      [chamber, unique.map(({ externalId }) => externalId)],
    );
    return this.members.match(entered);
  }

  /** Those of the external ids that the chamber already has. */
  async known(chamber: Chamber, externalIds: string[]): Promise<Set<string>> {
    const rows = await this.dataSource.query<{ externalId: string }[]>(
      `SELECT external_id AS "externalId" FROM filings WHERE chamber = $1 AND external_id = ANY($2)`,
      [chamber, externalIds],
    );
    return new Set(rows.map(({ externalId }) => externalId));
  }

  /** The filings that the next scrapes of the chamber try again, the oldest first. */
  async unfinished(chamber: Chamber): Promise<FilingRecord[]> {
    const statuses = UNFINISHED_STATUSES.map((status) => `'${status}'`).join(', ');
    return this.select(`WHERE f.chamber = $1 AND f.status IN (${statuses}) ORDER BY f.filed_on, f.id`, [chamber]);
  }

  /** Whether any task has tried the filing since it was read from here. */
  async wasTriedSince({ id, lastTriedAt }: Pick<FilingRecord, 'id' | 'lastTriedAt'>): Promise<boolean> {
    const [now] = await this.select('WHERE f.id = $1', [id]);
    return now?.lastTriedAt?.getTime() !== lastTriedAt?.getTime();
  }

  /**
   * Stores the outcome of one filing in one transaction: the fence, the filing, its rows, its announcements. Storing
   * the same outcome again changes nothing. A settled filing never becomes unavailable or failed. Every later parse
   * goes through here, so reviewers' decisions about the filing stay in force, see `FilingReviews`.
   *
   * @throws FenceLostError when a later attempt of the task has written: stop, and acknowledge nothing
   * @throws UnknownFilingError when the filing was never stored
   */
  async store(filingId: string, outcome: FilingOutcome, fence: Fence, announce: Announce): Promise<StoredFiling> {
    const stored = await fenced(this.dataSource, fence, async (manager): Promise<StoredFiling> => {
      await lockLineage(manager, filingId);
      const filing = await lockFiling(manager, filingId);
      if ('parsed' in outcome) return settle(manager, filing, outcome, fence.taskId, announce);
      if (isSettled(filing.status)) return unchanged(filing);
      const tried = await markUnfinished(manager, filingId, outcome, fence.taskId);
      return { ...unchanged(tried), changed: true };
    });
    if (!stored.changed) return stored;
    // The document may name a district that the listing lacked.
    const [filing = stored.filing] = await this.members.match([stored.filing]);
    return { ...stored, filing };
  }

  /**
   * The result of a task that listed these filings, counted from the database: a second attempt of the same task, after
   * a crash between commit and report, reports the same.
   * @throws Error when one of them is unknown, or still `listed`: every filing must be accounted for
   */
  async tally(taskId: string, filingIds: string[]): Promise<Tally> {
    const ids = [...new Set(filingIds)];
    const tallied = await this.dataSource.query<TalliedFiling[]>(TALLY_SQL, [taskId, ids]);
    if (tallied.length < ids.length) {
      const found = new Set(tallied.map(({ id }) => id));
      throw new UnknownFilingError(`Unknown filings: ${ids.filter((id) => !found.has(id)).join(', ')}`);
    }
    return tallyOf(taskId, tallied);
  }

  private select(rest: string, parameters: unknown[]): Promise<FilingRecord[]> {
    return this.dataSource.query(
      `SELECT ${selectList(this.dataSource, Filing, 'f')} FROM filings f ${rest}`,
      parameters,
    );
  }
}
