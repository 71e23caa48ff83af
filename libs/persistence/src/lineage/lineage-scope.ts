import type { EntityManager } from 'typeorm';
import { reportTitle } from '#rotunda/domain';
import { Filing, type FilingRecord } from '../entities/filing.entity.js';
import { Transaction, type TransactionRecord } from '../entities/transaction.entity.js';
import { selectList } from '../database/select-list.js';

/** Everything that a filing may amend, or that may amend it. */
export interface LineageScope {
  filings: FilingRecord[];
  /** Their latest revisions, as far as they matter, in document order. */
  rows: TransactionRecord[];
}

/** The first key of the advisory lock; the second is the chamber's. */
const LINEAGE_LOCK = 1_817_263;

/**
 * Locks the lineage of the filing's chamber until the transaction ends. Take this lock before that of any filing:
 * without it, an amendment and its original stored at the same time would miss each other, and each may have to change
 * the other's rows.
 */
export async function lockLineage(manager: EntityManager, filingId: string): Promise<void> {
  await manager.query(
    `SELECT pg_advisory_xact_lock($1, CASE chamber WHEN 'house' THEN 1 ELSE 2 END) FROM filings WHERE id = $2`,
    [LINEAGE_LOCK, filingId],
  );
}

/** A rejected filing discloses nothing, so it amends nothing. */
const NOT_REJECTED = `'rejected' IS DISTINCT FROM (SELECT r.status FROM reviews r
  WHERE r.filing_id = f.id AND r.status IN ('accepted', 'corrected', 'rejected') ORDER BY r.id DESC LIMIT 1)`;

/** The filing, those that it may amend and those that may amend it. */
export async function lineageScope(manager: EntityManager, filing: FilingRecord): Promise<LineageScope> {
  const filings = filing.chamber === 'senate' ? await sameTitle(manager, filing) : await sameFiler(manager, filing);
  const known = filings.map((other) => (other.id === filing.id ? filing : other));
  const rows = filing.chamber === 'senate' ? rowsOfReports(manager, filing, known) : rowsAround(manager, known);
  return { filings: known, rows: await rows };
}

async function sameTitle(manager: EntityManager, filing: FilingRecord): Promise<FilingRecord[]> {
  const filings = await selectFilings(manager, `f.chamber = 'senate' AND lower(f.filer_name_raw) = lower($1)`, [
    filing.filerNameRaw,
  ]);
  const title = reportTitle(filing.titleRaw);
  return filings.filter(({ titleRaw }) => reportTitle(titleRaw) === title);
}

/** Without an amendment there is nothing to look at, unless old links have to be removed. */
async function rowsOfReports(
  manager: EntityManager,
  filing: FilingRecord,
  filings: FilingRecord[],
): Promise<TransactionRecord[]> {
  const ids = filings.map(({ id }) => id);
  const areOriginals = filings.every(({ amendmentNo }) => amendmentNo === null);
  if (areOriginals && !(await hasLinks(manager, [filing.id, ...ids]))) return [];
  return selectRows(manager, `t.filing_id = ANY($1::uuid[])`, [ids]);
}

interface Filer {
  name: string;
  state: string;
}

const filerOf = ({ filerNameRaw, stateDistrict }: Pick<FilingRecord, 'filerNameRaw' | 'stateDistrict'>): Filer => ({
  name: filerNameRaw,
  state: (stateDistrict ?? '').slice(0, 2),
});

/** The filings of a filer, and of every filer who shares a row id with them: the same name may be spelled differently. */
async function sameFiler(manager: EntityManager, filing: FilingRecord): Promise<FilingRecord[]> {
  let filings: FilingRecord[] = [];
  for (let filers = [filerOf(filing)]; ;) {
    const found = await selectFilings(
      manager,
      `f.chamber = 'house' AND EXISTS (
         SELECT FROM jsonb_to_recordset($1::jsonb) AS filer (name text, state text)
         WHERE lower(f.filer_name_raw) = lower(filer.name) AND left(coalesce(f.state_district, ''), 2) = filer.state)`,
      [JSON.stringify(filers)],
    );
    const namesakes = await selectFilings(
      manager,
      `f.chamber = 'house' AND f.id IN (SELECT other.filing_id FROM transactions other
         JOIN transactions t USING (source_row_id)
         WHERE t.filing_id = ANY($1::uuid[]) AND t.superseded_at IS NULL AND other.superseded_at IS NULL)`,
      [found.map(({ id }) => id)],
    );
    const isWhole = found.length === filings.length || namesakes.every(({ id }) => found.some((f) => f.id === id));
    filings = found;
    if (isWhole) return filings;
    filers = [...found, ...namesakes].map(filerOf);
  }
}

/**
 * The amended and deleted rows, those outside the current view, and those that a changed row may correct:
 * `isCorrection` requires the same date, or else the same amount and asset.
 */
async function rowsAround(manager: EntityManager, filings: FilingRecord[]): Promise<TransactionRecord[]> {
  const ids = filings.map(({ id }) => id);
  const isChanged = `row_status IN ('amended', 'deleted')`;
  return selectRows(
    manager,
    `t.filing_id = ANY($1::uuid[]) AND (t.${isChanged} OR NOT t.is_current OR EXISTS (
       SELECT FROM transactions c
       WHERE c.filing_id = ANY($1::uuid[]) AND c.superseded_at IS NULL AND c.${isChanged}
         AND (t.traded_on = c.traded_on OR (t.amount_min IS NOT DISTINCT FROM c.amount_min
           AND (t.ticker = c.ticker OR lower(t.asset_name) = lower(c.asset_name)))))
       OR t.id IN (SELECT predecessor_id FROM lineage_decisions WHERE filing_id = ANY($1::uuid[])))`,
    [ids],
  );
}

async function hasLinks(manager: EntityManager, filingIds: string[]): Promise<boolean> {
  const links = await manager.query<unknown[]>(
    `SELECT 1 FROM filing_lineage WHERE successor_id = ANY($1::uuid[]) LIMIT 1`,
    [filingIds],
  );
  return links.length > 0;
}

const selectFilings = (manager: EntityManager, where: string, parameters: unknown[]): Promise<FilingRecord[]> =>
  manager.query(
    `SELECT ${selectList(manager.dataSource, Filing, 'f')} FROM filings f
     WHERE ${where} AND ${NOT_REJECTED} ORDER BY f.external_id`,
    parameters,
  );

const selectRows = (manager: EntityManager, where: string, parameters: unknown[]): Promise<TransactionRecord[]> =>
  manager.query(
    `SELECT ${selectList(manager.dataSource, Transaction, 't')} FROM transactions t
     WHERE t.superseded_at IS NULL AND ${where} ORDER BY t.filing_id, t.ordinal`,
    parameters,
  );
