import type { EntityManager } from 'typeorm';
import type { FilingLink, Lineage, LineageDecisions, RowLink } from '#rotunda/domain';

/**
 * Makes the stored links of these filings match what was found. An unchanged link is not rewritten.
 * @returns the new links between filings
 */
export async function storeLinks(
  manager: EntityManager,
  filingIds: string[],
  { filings, rows }: Pick<Lineage, 'filings' | 'rows'>,
): Promise<FilingLink[]> {
  await storeRowLinks(manager, filingIds, rows);
  return storeFilingLinks(manager, filingIds, filings);
}

async function storeFilingLinks(manager: EntityManager, ids: string[], links: FilingLink[]): Promise<FilingLink[]> {
  const found = `jsonb_to_recordset($2::jsonb)
    AS l (successor uuid, predecessor uuid, kind text, method text, score numeric)`;
  await manager.query(
    `DELETE FROM filing_lineage k WHERE successor_id = ANY($1::uuid[]) AND NOT EXISTS (
       SELECT FROM ${found} WHERE l.successor = k.successor_id AND l.predecessor = k.predecessor_id)`,
    [ids, JSON.stringify(links)],
  );
  return manager.query<FilingLink[]>(
    `WITH stored AS (
       INSERT INTO filing_lineage AS k (successor_id, predecessor_id, kind, method, score)
       SELECT l.successor, l.predecessor, l.kind, l.method, l.score FROM ${found.replace('$2', '$1')}
       ON CONFLICT (successor_id, predecessor_id) DO UPDATE
         SET kind = EXCLUDED.kind, method = EXCLUDED.method, score = EXCLUDED.score
         WHERE (k.kind, k.method, k.score) IS DISTINCT FROM (EXCLUDED.kind, EXCLUDED.method, EXCLUDED.score)
       RETURNING k.*, k.linked_at = now() AS is_new)
     SELECT successor_id AS successor, predecessor_id AS predecessor, kind, method, score FROM stored WHERE is_new
     ORDER BY 1, 2`,
    [JSON.stringify(links)],
  );
}

async function storeRowLinks(manager: EntityManager, ids: string[], links: RowLink[]): Promise<void> {
  const found = `jsonb_to_recordset($2::jsonb)
    AS l ("successorFiling" uuid, successor uuid, predecessor uuid, kind text, method text, score numeric)`;
  await manager.query(
    `DELETE FROM transaction_lineage k WHERE successor_filing_id = ANY($1::uuid[]) AND NOT EXISTS (
       SELECT FROM ${found} WHERE l."successorFiling" = k.successor_filing_id AND l.predecessor = k.predecessor_id)`,
    [ids, JSON.stringify(links)],
  );
  await manager.query(
    `INSERT INTO transaction_lineage AS k (predecessor_id, successor_filing_id, successor_id, kind, method, score)
     SELECT l.predecessor, l."successorFiling", l.successor, l.kind, l.method, l.score
     FROM ${found.replace('$2', '$1')}
     ON CONFLICT (predecessor_id, successor_filing_id) DO UPDATE
       SET successor_id = EXCLUDED.successor_id, kind = EXCLUDED.kind, method = EXCLUDED.method, score = EXCLUDED.score
       WHERE (k.successor_id, k.kind, k.method, k.score)
         IS DISTINCT FROM (EXCLUDED.successor_id, EXCLUDED.kind, EXCLUDED.method, EXCLUDED.score)`,
    [JSON.stringify(links)],
  );
}

/** What people decided about these filings and their rows. The last decision on a successor counts. */
export async function decisionsOf(manager: EntityManager, filingIds: string[]): Promise<LineageDecisions> {
  const decisions = await manager.query<{ successor: string; predecessor: string | null }[]>(
    `SELECT successor_id AS successor, predecessor_id AS predecessor FROM lineage_decisions
     WHERE filing_id = ANY($1::uuid[]) ORDER BY id`,
    [filingIds],
  );
  return new Map(decisions.map(({ successor, predecessor }) => [successor, predecessor]));
}
