import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { selectList } from '../database/select-list.js';
import { ApiKey, Session } from '../entities/access.entities.js';
import type { KeyRecord } from './keys.js';

export interface FoundSession {
  expiresAt: Date;
  /** The key it was begun with; null: the dashboard's password. */
  key: KeyRecord | null;
}

/** Browsers that have signed in. A session is known by the SHA-256 of its cookie. */
@Injectable()
export class Sessions {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Begins one, and deletes those that have expired. */
  async begin(session: Pick<Session, 'hash' | 'keyId' | 'expiresAt'>, now: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM sessions WHERE expires_at <= $1', [now]);
    await this.dataSource.query('INSERT INTO sessions (hash, key_id, expires_at) VALUES ($1, $2, $3)', [
      ...[session.hash, session.keyId, session.expiresAt],
    ]);
  }

  /** Also one that has expired, or whose key was revoked. */
  async find(hash: Buffer): Promise<FoundSession | null> {
    const [found] = await this.dataSource.query<(ApiKey & { sessionExpiresAt: Date })[]>(
      `SELECT s.expires_at AS "sessionExpiresAt", ${selectList(this.dataSource, ApiKey, 'k')}
       FROM sessions s LEFT JOIN api_keys k ON k.id = s.key_id WHERE s.hash = $1`,
      [hash],
    );
    if (!found) return null;
    const { sessionExpiresAt: expiresAt, hash: _, ...key } = found;
    return { expiresAt, key: key.id === null ? null : key };
  }

  async end(hash: Buffer): Promise<void> {
    await this.dataSource.query('DELETE FROM sessions WHERE hash = $1', [hash]);
  }
}
