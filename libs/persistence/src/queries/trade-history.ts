import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { READING } from '../data-source.js';
import { isUuid } from '../database/cursor.js';
import { Filing, type FilingRecord } from '../entities/filing.entity.js';
import { RawDocument } from '../entities/raw-document.entity.js';
import { Transaction, type TransactionRecord } from '../entities/transaction.entity.js';
import type { AppliedChange } from '../rows/correction.js';
import { selectList } from '../database/select-list.js';

/** One trade with all its revisions. */
export interface TradeHistory {
  /** The last revision; superseded too if the row has vanished from its document. */
  latest: TransactionRecord;
  /** Earlier revisions, the latest first. */
  earlier: TransactionRecord[];
  filing: FilingRecord;
}

/** The archived document without its bytes. */
export type DocumentRecord = Omit<RawDocument, 'bytes' | 'isEvidence'>;

export interface TradeSource {
  trade: TransactionRecord;
  filing: FilingRecord;
  document: DocumentRecord;
  /** Reviewers' changes to the row since it was read, the oldest first. */
  changes: (AppliedChange & { by: string; at: Date })[];
}

const DOCUMENT = `d.sha256, d.url, d.media_type AS "mediaType", d.byte_length AS "byteLength",
  d.fetched_at AS "fetchedAt", d.etag, d.last_modified AS "lastModified"`;

@Injectable()
export class TradeHistories {
  constructor(@InjectDataSource(READING) private readonly dataSource: DataSource) {}

  /** Null for an unknown id, also for one that is not a UUID. */
  async find(id: string): Promise<TradeHistory | null> {
    if (!isUuid(id)) return null;
    const [latest, ...earlier] = await this.dataSource.query<TransactionRecord[]>(
      `SELECT ${selectList(this.dataSource, Transaction, 't')} FROM transactions t WHERE id = $1 ORDER BY revision DESC`,
      [id],
    );
    if (!latest) return null;
    const [filing] = await this.dataSource.query<FilingRecord[]>(
      `SELECT ${selectList(this.dataSource, Filing, 'f')} FROM filings f WHERE id = $1`,
      [latest.filingId],
    );
    return { latest, earlier, filing: filing! };
  }

  /** The source of a trade; null for an unknown id. */
  async source(id: string): Promise<TradeSource | null> {
    const history = await this.find(id);
    if (!history) return null;
    const { latest: trade, filing } = history;
    const [document] = await this.dataSource.query<DocumentRecord[]>(
      `SELECT ${DOCUMENT} FROM raw_documents d WHERE sha256 = $1`,
      [trade.documentSha256],
    );
    return { trade, filing, document: document!, changes: await this.changesOf(id) };
  }

  private changesOf(id: string): Promise<TradeSource['changes']> {
    return this.dataSource.query(
      `SELECT c.transaction_id AS "transactionId", c.revision, c.field, c.old_value AS "oldValue",
         c.new_value AS "newValue", c.reason, d.decided_by AS by, d.decided_at AS at
       FROM review_changes c JOIN review_decisions d ON d.id = c.decision_id
       WHERE c.transaction_id = $1 ORDER BY c.id`,
      [id],
    );
  }
}
