import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Role } from '#rotunda/contracts';
import { selectList } from '../database/select-list.js';
import { ApiKey } from '../entities/access.entities.js';
import { digest, newKey } from './key-text.js';

export type KeyRecord = Omit<ApiKey, 'hash'>;

export interface NewKey {
  name: string;
  role: Role;
  /** Null: never. */
  expiresAt: Date | null;
}

export type MadeKey = KeyRecord & { text: string };

/** Any number that no other advisory lock of the database uses. */
const FIRST_ADMIN_LOCK = 7_266_847_327;

/** The keys of programs and people. A key's text is returned once, when it is made. */
@Injectable()
export class Keys {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @returns the key with its text, which can't be read again */
  make(key: NewKey): Promise<MadeKey> {
    return insert(this.dataSource.manager, key);
  }

  /** With its hash, for the check of a credential. */
  async find(id: string): Promise<ApiKey | null> {
    const [found] = await this.dataSource.query<ApiKey[]>(
      `SELECT ${selectList(this.dataSource, ApiKey, 'k')} FROM api_keys k WHERE k.id = $1`,
      [id],
    );
    return found ?? null;
  }

  /** All of them, also revoked and expired ones, the newest first. */
  async list(): Promise<KeyRecord[]> {
    const found = await this.dataSource.query<ApiKey[]>(
      `SELECT ${selectList(this.dataSource, ApiKey, 'k')} FROM api_keys k ORDER BY k.created_at DESC, k.id`,
    );
    return found.map(({ hash: _, ...record }) => record);
  }

  /**
   * Revokes a key, and with it its sessions. A revoked one stays as it is.
   * @returns the key; null if there is none
   */
  async revoke(id: string, at: Date): Promise<KeyRecord | null> {
    const known = await this.find(id);
    if (!known) return null;
    await this.dataSource.query('UPDATE api_keys SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL', [id, at]);
    const { hash: _, ...record } = known;
    return { ...record, revokedAt: known.revokedAt ?? at };
  }

  /** At most once a minute: a busy client must not make a write of every request. */
  async markUsed(id: string, at: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE api_keys SET last_used_at = $2
       WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '1 minute')`,
      [id, at],
    );
  }

  /** Whether somebody can sign in with this role. */
  hasUsable(role: Role, now: Date): Promise<boolean> {
    return hasUsable(this.dataSource.manager, role, now);
  }

  /**
   * Makes an admin key if there is no usable one. Of several simultaneous calls one makes it.
   *
   * @param keep stores the text where its owner finds it; if it fails, there is no key
   * @returns the key; null if it made none
   */
  makeFirstAdmin(name: string, now: Date, keep: (text: string) => Promise<void>): Promise<KeyRecord | null> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [FIRST_ADMIN_LOCK]);
      if (await hasUsable(manager, 'admin', now)) return null;
      const { text, ...made } = await insert(manager, { name, role: 'admin', expiresAt: null });
      await keep(text);
      return made;
    });
  }
}

/** Whether the key may still be used. */
export const isKeyUsable = ({ expiresAt, revokedAt }: KeyRecord, now: Date): boolean =>
  revokedAt === null && (expiresAt === null || expiresAt > now);

async function insert(manager: EntityManager, { name, role, expiresAt }: NewKey): Promise<MadeKey> {
  const { id, text } = newKey();
  const [{ createdAt }] = await manager.query<[{ createdAt: Date }]>(
    `INSERT INTO api_keys (id, name, role, hash, expires_at) VALUES ($1, $2, $3, $4, $5)
     RETURNING created_at AS "createdAt"`,
    [id, name, role, digest(text), expiresAt],
  );
  return { id, name, role, createdAt, expiresAt, lastUsedAt: null, revokedAt: null, text };
}

async function hasUsable(manager: EntityManager, role: Role, now: Date): Promise<boolean> {
  const found = await manager.query<unknown[]>(
    `SELECT FROM api_keys WHERE role = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2) LIMIT 1`,
    [role, now],
  );
  return found.length > 0;
}
