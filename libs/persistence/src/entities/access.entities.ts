import { Check, Column, Entity, Index, PrimaryColumn, type Relation } from 'typeorm';
import type { Role } from '#rotunda/contracts';
import { References, WrittenAt } from './columns.js';

/** What a program or a person signs in with. Never deleted: the audit trail names it. */
@Entity('api_keys')
@Check('api_keys_role_check', `role IN ('look', 'act', 'admin')`)
export class ApiKey {
  /** Public, a part of the key's text. */
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  role!: Role;

  /** SHA-256 of the key's text. A plain hash will do: the secret in it has 256 random bits. */
  @Column('bytea')
  hash!: Buffer;

  @WrittenAt()
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  expiresAt!: Date | null;

  /** To the minute. */
  @Column('timestamptz', { nullable: true })
  lastUsedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;
}

/** A browser that has signed in. */
@Entity('sessions')
@Index('sessions_key_id_idx', ['keyId'])
@Index('sessions_expires_at_idx', ['expiresAt'])
export class Session {
  /** SHA-256 of what the cookie holds. */
  @PrimaryColumn('bytea')
  hash!: Buffer;

  /** The key it was begun with, whose role it has and with which it ends; null: the dashboard's password. */
  @Column('text', { nullable: true })
  keyId!: string | null;

  @References(() => ApiKey, 'key_id')
  key?: Relation<ApiKey>;

  @WrittenAt()
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;
}
