import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { PaperSheetReading } from '#rotunda/domain';
import { toRow } from '../database/snake-names.js';
import type { RowOrigin } from './waiting-rows.js';

const GEOMETRY = 'kind, form, rotation, skew, width, height, picture_sha256';

/** Stores how a version of the reader read a filing's sheets. Storing the same again changes nothing. */
export async function storeSheets(
  manager: EntityManager,
  filingId: string,
  origin: RowOrigin,
  sheets: PaperSheetReading[],
): Promise<void> {
  if (sheets.length === 0) return;
  const rows = [];
  for (const { picture, ...sheet } of sheets) {
    rows.push(toRow({ ...sheet, pictureSha256: picture ? await storePicture(manager, picture) : null }));
  }
  await manager.query(
    `INSERT INTO paper_sheets AS known (filing_id, document_sha256, parser_version, page, ${GEOMETRY})
     SELECT $1::uuid, $2, $3, page, ${GEOMETRY} FROM jsonb_populate_recordset(NULL::paper_sheets, $4::jsonb)
     ON CONFLICT (filing_id, page, document_sha256, parser_version) DO UPDATE
     SET (${GEOMETRY}) = ROW (${excluded('EXCLUDED')})
     WHERE (${excluded('known')}) IS DISTINCT FROM (${excluded('EXCLUDED')})`,
    [filingId, origin.documentSha256, origin.parserVersion, JSON.stringify(rows)],
  );
}

const excluded = (row: string): string =>
  GEOMETRY.split(', ')
    .map((column) => `${row}.${column}`)
    .join(', ');

async function storePicture(manager: EntityManager, picture: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(picture).digest('hex');
  await manager.query(`INSERT INTO paper_pictures (sha256, png) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [
    sha256,
    Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength),
  ]);
  return sha256;
}
