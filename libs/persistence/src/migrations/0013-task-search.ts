import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The columns of a run's row. `found` is a row of `task_runs`. */
const ROW = `
  found.id, found.queued_at, found.chamber, found.name, found.state,
  coalesce(found.worker, found.state_json #>> '{attempts,-1,worker}'), found.state_json #>> '{group,id}',
  found.error ->> 'code',
  left(lower(concat_ws(E'\\n', found.id, found.args::text, found.error ->> 'code', found.error ->> 'message')), 2000)`;

/**
 * What tasks are searched by, apart from their wide states: of a million runs 0.3 GB instead of 2. A trigger writes it,
 * with the rights of its owner, so that a gateway of the version before writes it too.
 */
const TABLE = `
  CREATE TABLE task_search (
    id text NOT NULL,
    queued_at timestamptz NOT NULL,
    chamber text NOT NULL,
    name text NOT NULL,
    state text NOT NULL,
    worker text,
    group_id text,
    error_code text,
    words text NOT NULL
  );
  CREATE FUNCTION keep_task_search() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
    BEGIN
      INSERT INTO task_search AS known SELECT ${ROW} FROM (SELECT NEW.*) found
      ON CONFLICT (id) DO UPDATE SET (queued_at, chamber, name, state, worker, group_id, error_code, words) =
        ROW (EXCLUDED.queued_at, EXCLUDED.chamber, EXCLUDED.name, EXCLUDED.state, EXCLUDED.worker, EXCLUDED.group_id,
          EXCLUDED.error_code, EXCLUDED.words)
      WHERE known IS DISTINCT FROM EXCLUDED;
      RETURN NULL;
    END $$;
  CREATE TRIGGER task_runs_are_searched AFTER INSERT OR UPDATE ON task_runs
    FOR EACH ROW EXECUTE FUNCTION keep_task_search();
  INSERT INTO task_search SELECT ${ROW} FROM task_runs found;`;

/**
 * After the rows, which is several times faster: a foreign key that is there before looks each row up, and writes to its
 * run. Entries that wait to be merged are read one by one: keep them few.
 */
const INDEXES = `
  ALTER TABLE task_search
    ADD CONSTRAINT task_search_pkey PRIMARY KEY (id),
    ADD CONSTRAINT task_search_id_fkey FOREIGN KEY (id) REFERENCES task_runs (id) ON DELETE CASCADE;
  CREATE INDEX task_search_page_idx ON task_search (queued_at, id);
  CREATE INDEX task_search_state_idx ON task_search (state, queued_at, id);
  CREATE INDEX task_search_kind_idx ON task_search (state, name, chamber, queued_at, id);
  CREATE INDEX task_search_name_idx ON task_search (name, queued_at, id);
  CREATE INDEX task_search_worker_idx ON task_search (worker, queued_at, id) WHERE worker IS NOT NULL;
  CREATE INDEX task_search_group_id_idx ON task_search (group_id) WHERE group_id IS NOT NULL;
  CREATE INDEX task_search_error_code_idx ON task_search (error_code, queued_at, id) WHERE error_code IS NOT NULL;
  CREATE INDEX task_search_words_idx ON task_search USING gin (words gin_trgm_ops) WITH (gin_pending_list_limit = 512);`;

/** While it runs, the history is read but not written: under a minute for a million runs. The gateway writes it then. */
export class AddTaskSearch1795438800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addTrigrams(runner);
    await runner.query(TABLE);
    await runner.query(INDEXES);
    await runner.query('ANALYZE task_search');
  }

  /** The extension stays: something else may use it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER task_runs_are_searched ON task_runs;
      DROP FUNCTION keep_task_search;
      DROP TABLE task_search;`);
  }
}

/** It comes with Postgres, and the owner of a database may create it. */
async function addTrigrams(runner: QueryRunner): Promise<void> {
  try {
    await runner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
  } catch (cause) {
    throw new Error(
      'The search of tasks needs the extension pg_trgm of Postgres (Debian: in postgresql, elsewhere often in ' +
        'postgresql-contrib). Install it, let a superuser run "CREATE EXTENSION pg_trgm" in this database, and run ' +
        'set-up again.',
      { cause },
    );
  }
}
