import type { EntityManager } from 'typeorm';
import { FilingPage, type FilingPageRecord } from '../entities/filing-page.entity.js';
import { selectList } from '../database/select-list.js';
import { toRow } from '../database/snake-names.js';

const COLUMNS = 'document_sha256, sheet, url, media_type';

/** Stores the sheets of a filing. Storing the same again changes nothing. */
export async function storePages(manager: EntityManager, filingId: string, pages: FilingPageRecord[]): Promise<void> {
  await manager.query('DELETE FROM filing_pages WHERE filing_id = $1 AND page > $2', [filingId, pages.length]);
  if (pages.length === 0) return;
  await manager.query(
    `INSERT INTO filing_pages AS known (filing_id, page, ${COLUMNS})
     SELECT $1::uuid, page, ${COLUMNS} FROM jsonb_populate_recordset(NULL::filing_pages, $2::jsonb)
     ON CONFLICT (filing_id, page) DO UPDATE
     SET (${COLUMNS}) = ROW (EXCLUDED.document_sha256, EXCLUDED.sheet, EXCLUDED.url, EXCLUDED.media_type)
     WHERE (known.document_sha256, known.sheet, known.url, known.media_type)
       IS DISTINCT FROM (EXCLUDED.document_sha256, EXCLUDED.sheet, EXCLUDED.url, EXCLUDED.media_type)`,
    [filingId, JSON.stringify(pages.map(toRow))],
  );
}

/** The sheets in order; empty for a filing that is not on paper. */
export async function pagesOf(manager: EntityManager, filingId: string): Promise<FilingPageRecord[]> {
  const pages = await manager.query<FilingPage[]>(
    `SELECT ${selectList(manager.dataSource, FilingPage, 'p')} FROM filing_pages p WHERE p.filing_id = $1 ORDER BY p.page`,
    [filingId],
  );
  return pages.map(({ filingId: _, ...page }) => page);
}

/** The documents that show a filing: its own, and those of its sheets. */
export async function documentsOf(manager: EntityManager, filingId: string, documentSha256: string): Promise<string[]> {
  const pages = await pagesOf(manager, filingId);
  return [...new Set([documentSha256, ...pages.map((page) => page.documentSha256)])];
}
