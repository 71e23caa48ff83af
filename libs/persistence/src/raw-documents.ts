import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { RawDocument } from './entities/raw-document.entity.js';
import { selectList } from './select-list.js';

/** What came back from one request. */
export interface FetchedDocument {
  url: string;
  mediaType: string;
  bytes: Uint8Array;
  fetchedAt: Date;
  etag: string | null;
  lastModified: string | null;
}

/** The archive of what the sites served, keyed by content. */
@Injectable()
export class RawDocuments {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Archives a document once. The same bytes fetched again only bring their date, address and validators up to date.
   * @returns the sha256 of the bytes, in hex
   */
  async save({ url, mediaType, bytes, fetchedAt, etag, lastModified }: FetchedDocument): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const known = await this.refresh([sha256, url, fetchedAt, etag, lastModified]);
    if (known) return sha256;
    await this.dataSource.query(
      `INSERT INTO raw_documents (sha256, url, fetched_at, etag, last_modified, media_type, bytes, byte_length)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (sha256) DO UPDATE SET url = EXCLUDED.url, fetched_at = EXCLUDED.fetched_at, etag = EXCLUDED.etag,
         last_modified = EXCLUDED.last_modified`,
      [sha256, url, fetchedAt, etag, lastModified, mediaType, Buffer.from(bytes), bytes.byteLength],
    );
    return sha256;
  }

  /** What was fetched last from an address: its validators make the next request conditional. */
  async latest(url: string): Promise<RawDocument | null> {
    const rows = await this.dataSource.query<RawDocument[]>(
      `SELECT ${selectList(this.dataSource, RawDocument, 'd')} FROM raw_documents d
       WHERE url = $1 ORDER BY fetched_at DESC LIMIT 1`,
      [url],
    );
    return rows[0] ?? null;
  }

  async find(sha256: string): Promise<RawDocument | null> {
    return this.dataSource.getRepository(RawDocument).findOneBy({ sha256 });
  }

  /** Spares sending a known document's bytes once more. */
  private async refresh(parameters: unknown[]): Promise<boolean> {
    const [rows] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE raw_documents SET url = $2, fetched_at = $3, etag = $4, last_modified = $5 WHERE sha256 = $1
       RETURNING sha256`,
      parameters,
    );
    return rows.length > 0;
  }
}
