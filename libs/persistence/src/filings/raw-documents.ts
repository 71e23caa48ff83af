import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { storable } from '#rotunda/domain';
import { RawDocument } from '../entities/raw-document.entity.js';
import { selectList } from '../database/select-list.js';

/** The answer to one request. */
export interface FetchedDocument {
  url: string;
  mediaType: string;
  bytes: Uint8Array;
  fetchedAt: Date;
  etag: string | null;
  lastModified: string | null;
}

/** What a site showed when a task failed: a page, or a picture of it. */
export type EvidencePage = Pick<FetchedDocument, 'url' | 'mediaType' | 'bytes'>;

/** The archive of what the sites served, keyed by content. */
@Injectable()
export class RawDocuments {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Archives a document once. Fetching the same bytes again only updates their date, URL and validators.
   * @returns the sha256 of the bytes, in hex
   */
  async save({ bytes, fetchedAt, ...headers }: FetchedDocument): Promise<string> {
    const { url, mediaType, etag, lastModified } = storable(headers);
    const sha256 = sha256Of(bytes);
    const known = await this.refresh([sha256, url, fetchedAt, etag, lastModified]);
    if (known) return sha256;
    await this.dataSource.query(
      `INSERT INTO raw_documents (sha256, url, fetched_at, etag, last_modified, media_type, bytes, byte_length)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (sha256) DO UPDATE SET url = EXCLUDED.url, fetched_at = EXCLUDED.fetched_at, etag = EXCLUDED.etag,
         last_modified = EXCLUDED.last_modified, is_evidence = false`,
      [sha256, url, fetchedAt, etag, lastModified, mediaType, Buffer.from(bytes), bytes.byteLength],
    );
    return sha256;
  }

  /**
   * Archives what a site showed when a task failed. This is not a version of a document: `latest` ignores it, and bytes
   * already archived as a document stay one.
   * @returns the sha256 of the bytes, in hex
   */
  async saveEvidence({ url, mediaType, bytes }: EvidencePage, at: Date): Promise<string> {
    const sha256 = sha256Of(bytes);
    await this.dataSource.query(
      `INSERT INTO raw_documents AS known (sha256, url, fetched_at, media_type, bytes, byte_length, is_evidence)
       VALUES ($1, $2, $3, $4, $5, $6, true)
       ON CONFLICT (sha256) DO UPDATE SET fetched_at = EXCLUDED.fetched_at WHERE known.is_evidence`,
      [sha256, url, at, mediaType, Buffer.from(bytes), bytes.byteLength],
    );
    return sha256;
  }

  /**
   * Deletes evidence last seen before `instant`, never documents.
   * @returns the number of deleted rows
   */
  async deleteEvidenceBefore(instant: Date): Promise<number> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      `DELETE FROM raw_documents WHERE is_evidence AND fetched_at < $1`,
      [instant],
    );
    return count;
  }

  /** The document last fetched from a URL: its validators make the next request conditional. */
  async latest(url: string): Promise<RawDocument | null> {
    const rows = await this.dataSource.query<RawDocument[]>(
      `SELECT ${selectList(this.dataSource, RawDocument, 'd')} FROM raw_documents d
       WHERE url = $1 AND NOT is_evidence ORDER BY fetched_at DESC LIMIT 1`,
      [url],
    );
    return rows[0] ?? null;
  }

  async find(sha256: string): Promise<RawDocument | null> {
    return this.dataSource.getRepository(RawDocument).findOneBy({ sha256 });
  }

  /** Saves sending the bytes of a known document again. */
  private async refresh(parameters: unknown[]): Promise<boolean> {
    const [rows] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE raw_documents SET url = $2, fetched_at = $3, etag = $4, last_modified = $5, is_evidence = false
       WHERE sha256 = $1
       RETURNING sha256`,
      parameters,
    );
    return rows.length > 0;
  }
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
