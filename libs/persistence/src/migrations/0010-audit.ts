import type { MigrationInterface, QueryRunner } from 'typeorm';

const AUDIT_LOG = `
  CREATE TABLE audit_log (
    id uuid NOT NULL,
    at timestamptz NOT NULL,
    actor_kind text NOT NULL,
    actor_id text,
    actor_name text,
    role text,
    action text NOT NULL,
    target text,
    params jsonb NOT NULL,
    result text NOT NULL,
    status integer,
    problem text,
    source text NOT NULL,
    address text,
    request_id text,
    trace_id text,
    count integer NOT NULL,
    CONSTRAINT audit_log_pkey PRIMARY KEY (id)
  );
  CREATE INDEX audit_log_page_idx ON audit_log (at, id);
  CREATE INDEX audit_log_target_idx ON audit_log (target, at);`;

/** 30 days is the shortest retention that can be set. The trigger binds every role, also the owner of the table. */
const APPEND_ONLY = `
  CREATE FUNCTION keep_audit_log() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' AND OLD.at < now() - interval '30 days' THEN
        RETURN OLD;
      END IF;
      RAISE EXCEPTION 'audit_log is append-only: entries stay as they are, for 30 days at least';
    END $$;
  CREATE TRIGGER audit_log_rows_stay BEFORE UPDATE OR DELETE ON audit_log
    FOR EACH ROW EXECUTE FUNCTION keep_audit_log();
  CREATE TRIGGER audit_log_stays BEFORE TRUNCATE ON audit_log EXECUTE FUNCTION keep_audit_log();`;

/** Codes have no CHECK: a newer version may add some while the one before still runs. */
export class CreateAuditLog1795428000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(AUDIT_LOG);
    await runner.query(APPEND_ONLY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_log');
    await runner.query('DROP FUNCTION keep_audit_log');
  }
}
