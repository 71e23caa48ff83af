import type { EntityManager } from 'typeorm';
import type { FilingFormat, ParsedTransaction } from '#rotunda/domain';
import type { FilingRecord } from '../entities/filing.entity.js';
import type { WaitingRowRecord } from '../entities/paper.entities.js';
import { Transaction, type TransactionRecord } from '../entities/transaction.entity.js';
import { alignRows } from './row-alignment.js';
import type { RowContent } from '../entities/read-row.js';
import { ALIGNMENT_KEYS, contentOf } from './row-content.js';
import { columnNames, selectList } from '../database/select-list.js';
import { toRow } from '../database/snake-names.js';
import { timelinessOf, type Timeliness } from './timeliness.js';
import { type RowOrigin, type RowToWait, storeWaiting, waitingRows } from './waiting-rows.js';

/** The reading that the rows come from. */
export interface Reading {
  filing: FilingRecord;
  documentSha256: string;
  parserVersion: string;
  format: FilingFormat;
  amendmentNo: number | null;
  taskId: string;
}

/** A row of a reading, as it is to be stored. */
export interface RowToStore {
  row: ParsedTransaction;
  /** Not a trade yet: a person has to confirm it. */
  isWaiting: boolean;
  /** The id that a reviewer's decision gave it; null: found by its content. */
  id: string | null;
}

export interface StoredRows {
  /** Rows with a new id, and new revisions of known ones (`revision` above 1), in document order. */
  stored: TransactionRecord[];
  /** Number of rows that were already stored. */
  skipped: number;
  /** Trades that the new reading lacks, or has only as rows that wait, as they were. */
  vanished: TransactionRecord[];
  /** The ids of the rows, trades or not, by their ordinals. */
  ids: Map<number, string>;
  /** Whether a trade, or a row that waits, is not as it was. */
  changed: boolean;
}

type Candidate = ParsedTransaction & Timeliness & Pick<RowToStore, 'isWaiting' | 'id'>;

/**
 * Updates the rows of a filing to a reading. An unchanged row keeps its revision and so its provenance: that document,
 * box, confidence and parser are how it was read, and the archive still has them. A row keeps its id, too, when it waits
 * no longer, or again.
 */
export async function storeRows(manager: EntityManager, reading: Reading, rows: RowToStore[]): Promise<StoredRows> {
  const filingId = reading.filing.id;
  const [trades, waiting] = [await currentRows(manager, filingId), await waitingRows(manager, filingId)];
  const found = identify([...trades, ...waiting.map(asKnown)], candidates(reading, rows));
  const before = new Map(trades.map((row) => [row.id, row]));
  const sure = found.filter(({ isWaiting }) => !isWaiting);
  const stays = new Set(sure.map(({ id }) => id));
  const vanished = trades.filter(({ id }) => !stays.has(id));
  const pairs = sure.map((now) => ({ now, known: now.id === null ? undefined : before.get(now.id) }));
  const fresh = pairs.filter(({ known, now }) => !known || !saysTheSame(known, now));
  const revised = fresh.flatMap(({ known }) => known ?? []);

  const held = await storeWaiting(
    manager,
    filingId,
    reading,
    waiting,
    found.filter((row) => row.isWaiting).map(toWait),
  );
  await supersede(manager, [...vanished, ...revised]);
  const last = await lastRevisions(
    manager,
    fresh.flatMap(({ known, now }) => (known || now.id === null ? [] : [now.id])),
  );
  const stored = await insert(
    manager,
    fresh.map(({ known, now }) => toInsert(reading, now, known ?? last.get(now.id ?? ''))),
  );
  const kept = pairs.flatMap(({ known }) => (known && !revised.includes(known) ? [known] : []));
  return {
    stored,
    skipped: kept.length,
    vanished,
    ids: new Map([...kept, ...stored, ...held.waiting].map(({ ordinal, id }) => [ordinal, id])),
    changed: held.changed || stored.length + vanished.length > 0,
  };
}

type Known = RowContent & { id: string; ordinal: number };

const asKnown = ({ id, ordinal, fields }: WaitingRowRecord): Known => ({ ...fields, id, ordinal });

const toWait = ({ daysToFile: _, late: __, isWaiting: ___, id, ...row }: Candidate): RowToWait => ({ id, row });

const candidates = ({ filing, format, amendmentNo }: Reading, rows: RowToStore[]): Candidate[] =>
  rows
    .map(({ row, isWaiting, id }) => ({
      ...row,
      ...timelinessOf(row, { ...filing, format, amendmentNo }),
      isWaiting,
      id,
    }))
    .toSorted(byOrdinal);

const byOrdinal = (a: { ordinal: number }, b: { ordinal: number }): number => a.ordinal - b.ordinal;

/** Gives the rows the ids of the known rows that they are. */
function identify(known: Known[], found: Candidate[]): Candidate[] {
  const named = new Set(found.flatMap(({ id }) => id ?? []));
  const { pairs } = alignRows<Known, Candidate>(
    known.filter(({ id }) => !named.has(id)).toSorted(byOrdinal),
    found.filter(({ id }) => id === null),
    ALIGNMENT_KEYS,
  );
  const ids = new Map(pairs.map((pair) => [pair.found, pair.known.id]));
  return found.map((row) => ({ ...row, id: row.id ?? ids.get(row) ?? null }));
}

/** Rows that were trades before, each as it was last. */
async function lastRevisions(manager: EntityManager, ids: string[]): Promise<Map<string, TransactionRecord>> {
  if (ids.length === 0) return new Map();
  const rows = await manager.query<TransactionRecord[]>(
    `SELECT DISTINCT ON (t.id) ${selectList(manager.dataSource, Transaction, 't')} FROM transactions t
     WHERE t.id = ANY($1::uuid[]) ORDER BY t.id, t.revision DESC`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** A row as a reviewer decided it. */
export interface RowDecision {
  id: string;
  row: ParsedTransaction;
  /** As it is now; null where it is not a trade yet. */
  trade: TransactionRecord | null;
  /** The reading of a row that waited; null for one that the reviewer added. */
  origin: RowOrigin | null;
}

/**
 * Supersedes trades that a reviewer removed, those that are changed with their next revision, and stores rows that were no
 * trades. What was read keeps its document, place and parser version. A row outside the current view stays there.
 * @returns new and changed rows, in document order
 */
export async function decideRows(
  manager: EntityManager,
  filing: FilingRecord,
  removed: TransactionRecord[],
  rows: RowDecision[],
): Promise<TransactionRecord[]> {
  const now = rows.map((decision) => ({ ...decision, timeliness: timelinessOf(decision.row, filing) }));
  const changed = now.filter(({ trade, row }) => !trade || !isAtItsPlace(trade, row));
  const befores = changed.flatMap(({ trade }) => trade ?? []);
  await supersede(manager, [...removed, ...befores]);
  const fresh = changed.flatMap(({ trade, id }) => (trade ? [] : [id]));
  const last = await lastRevisions(manager, fresh);
  const taskId = filing.lastTaskId ?? filing.firstTaskId;
  const stored = await insert(
    manager,
    changed.map(({ id, row, trade, origin, timeliness }) => {
      const { documentSha256, parserVersion } = trade ?? origin ?? (filing as RowOrigin);
      return toInsert(
        { filing, documentSha256, parserVersion, taskId },
        { ...row, ...timeliness, id },
        trade ?? last.get(id),
      );
    }),
  );
  return keepOutOfView(manager, stored, befores);
}

/** Correcting a row that is outside the current view does not bring it in. */
async function keepOutOfView(
  manager: EntityManager,
  stored: TransactionRecord[],
  befores: TransactionRecord[],
): Promise<TransactionRecord[]> {
  const hidden = new Set(befores.filter(({ isCurrent }) => !isCurrent).map(({ id }) => id));
  if (hidden.size === 0) return stored;
  await manager.query(
    `UPDATE transactions SET is_current = false WHERE superseded_at IS NULL AND id = ANY($1::uuid[])`,
    [[...hidden]],
  );
  return stored.map((row) => ({ ...row, isCurrent: !hidden.has(row.id) }));
}

/** A filing's current revisions, in document order. */
export async function currentRows(manager: EntityManager, filingId: string): Promise<TransactionRecord[]> {
  return manager.query<TransactionRecord[]>(
    `SELECT ${selectList(manager.dataSource, Transaction, 't')} FROM transactions t
     WHERE filing_id = $1 AND superseded_at IS NULL ORDER BY ordinal`,
    [filingId],
  );
}

const isAtItsPlace = (before: TransactionRecord, now: ParsedTransaction): boolean =>
  before.ordinal === now.ordinal && contentOf(before) === contentOf(now);

const saysTheSame = (before: TransactionRecord, now: ParsedTransaction & Timeliness): boolean =>
  before.daysToFile === now.daysToFile && before.late === now.late && isAtItsPlace(before, now);

async function supersede(manager: EntityManager, rows: TransactionRecord[]): Promise<void> {
  if (rows.length === 0) return;
  await manager.query(
    `UPDATE transactions SET superseded_at = now()
     WHERE superseded_at IS NULL AND id = ANY($1::uuid[])`,
    [rows.map(({ id }) => id)],
  );
}

function toInsert(
  reading: Pick<Reading, 'filing' | 'documentSha256' | 'parserVersion' | 'taskId'>,
  { place, ...row }: ParsedTransaction & Timeliness & Pick<RowToStore, 'id'>,
  before: TransactionRecord | undefined,
): object {
  return {
    ...row,
    ...place,
    id: row.id,
    revision: nextRevision(before),
    firstSeenAt: before?.firstSeenAt ?? null,
    firstTaskId: before?.firstTaskId ?? reading.taskId,
    filingId: reading.filing.id,
    documentSha256: reading.documentSha256,
    parserVersion: reading.parserVersion,
  };
}

/** A trade that vanished was announced as the revision after its last. */
function nextRevision(before: TransactionRecord | undefined): number {
  if (!before) return 1;
  return before.supersededAt === null ? before.revision + 1 : before.revision + 2;
}

/** Columns that get a default from the database where the row leaves them empty. */
const FILLED = new Map([
  ['id', 'coalesce(r.id, uuidv7())'],
  ['first_seen_at', 'coalesce(r.first_seen_at, now())'],
  ['recorded_at', 'now()'],
  ['superseded_at', 'NULL'],
  ['is_current', 'true'],
]);

/** One statement for all rows: one filing had 700 of them. */
async function insert(manager: EntityManager, rows: object[]): Promise<TransactionRecord[]> {
  if (rows.length === 0) return [];
  const columns = columnNames(manager.dataSource, Transaction);
  const values = columns.map((column) => FILLED.get(column) ?? `r.${column}`);
  const stored = await manager.query<TransactionRecord[]>(
    `INSERT INTO transactions AS t (${columns.join(', ')})
     SELECT ${values.join(', ')} FROM jsonb_populate_recordset(NULL::transactions, $1::jsonb) AS r
     RETURNING ${selectList(manager.dataSource, Transaction, 't')}`,
    [JSON.stringify(rows.map(toRow))],
  );
  return stored.toSorted((a, b) => a.ordinal - b.ordinal);
}
