import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { READING } from '../data-source.js';
import { Conditions } from '../database/conditions.js';
import { isUuid } from '../database/cursor.js';
import { selectList } from '../database/select-list.js';
import type { FilingRecord } from '../entities/filing.entity.js';
import { ScanSheet, type ScanSheetRecord, type WaitingRowRecord } from '../entities/paper.entities.js';
import { waitingRows } from '../rows/waiting-rows.js';
import { suggestAssets, type AssetSuggestion } from './asset-suggestions.js';

/** The upright picture of a sheet. */
export interface SheetPicture {
  sha256: string;
  png: Buffer;
}

/** What a reviewer sees of a scan. */
export interface ScanDetail {
  /** As they were read last. */
  sheets: ScanSheetRecord[];
  /** The rows that wait, in document order. */
  rows: (WaitingRowRecord & { suggestions: AssetSuggestion[] })[];
}

/** The sheets of scans, as versions of the reader straightened them. */
@Injectable()
export class ScanSheets {
  constructor(@InjectDataSource(READING) private readonly dataSource: DataSource) {}

  /**
   * @param parserVersion the version whose boxes are to be shown; by default that which read the sheet last
   * @returns null for a sheet that is not known
   */
  async picture(filingId: string, page: number, parserVersion?: string): Promise<SheetPicture | null> {
    if (!isUuid(filingId)) return null;
    const where = new Conditions()
      .where(filingId, (id) => `s.filing_id = ${id}::uuid`)
      .where(page, (number) => `s.page = ${number}::integer`)
      .where(parserVersion, (version) => `s.parser_version = ${version}`);
    const [picture] = await this.dataSource.query<SheetPicture[]>(
      `SELECT p.sha256, p.png FROM paper_sheets s JOIN paper_pictures p ON p.sha256 = s.picture_sha256
       WHERE ${where.sql} ORDER BY s.recorded_at DESC LIMIT 1`,
      where.parameters,
    );
    return picture ?? null;
  }
}

export async function scanDetail(
  manager: EntityManager,
  { id, documentSha256 }: Pick<FilingRecord, 'id' | 'documentSha256'>,
): Promise<ScanDetail> {
  const sheets = await manager.query<ScanSheetRecord[]>(
    `SELECT DISTINCT ON (s.page) ${selectList(manager.dataSource, ScanSheet, 's')} FROM paper_sheets s
     WHERE s.filing_id = $1 AND s.document_sha256 = $2 ORDER BY s.page, s.recorded_at DESC`,
    [id, documentSha256],
  );
  const rows = await waitingRows(manager, id);
  const suggestions = await suggestAssets(
    manager,
    rows.map(({ fields }) => fields.assetName),
  );
  return { sheets, rows: rows.map((row, i) => ({ ...row, suggestions: suggestions[i]! })) };
}
