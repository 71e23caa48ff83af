import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may use the gateway: keys, and the sessions of browsers. Of a secret only its SHA-256 is stored. */
export class CreateKeys1795424400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api_keys (
        id text NOT NULL,
        name text NOT NULL,
        role text NOT NULL,
        hash bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz,
        last_used_at timestamptz,
        revoked_at timestamptz,
        CONSTRAINT api_keys_pkey PRIMARY KEY (id),
        CONSTRAINT api_keys_role_check CHECK (role IN ('look', 'act', 'admin'))
      );
      CREATE TABLE sessions (
        hash bytea NOT NULL,
        key_id text,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        CONSTRAINT sessions_pkey PRIMARY KEY (hash),
        CONSTRAINT sessions_key_id_fkey FOREIGN KEY (key_id) REFERENCES api_keys (id)
      );
      CREATE INDEX sessions_key_id_idx ON sessions (key_id);
      CREATE INDEX sessions_expires_at_idx ON sessions (expires_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sessions, api_keys');
  }
}
