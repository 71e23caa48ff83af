import type { MigrationInterface, QueryRunner } from 'typeorm';

const TASK_RUN_DAYS = `
  CREATE TABLE task_run_days (
    day date NOT NULL,
    chamber text NOT NULL,
    name text NOT NULL,
    figure text NOT NULL,
    bucket smallint NOT NULL,
    count bigint NOT NULL,
    CONSTRAINT task_run_days_pkey PRIMARY KEY (day, chamber, name, figure, bucket)
  )`;

/** Durations in buckets of 10 %: 100 are 14 s, 200 are two days. A clock that is behind makes no negative one. */
const bucketOf = (duration: string): string =>
  `CASE WHEN r.started_at IS NOT NULL
     THEN floor(ln(greatest(extract(epoch FROM ${duration})::float8 * 1000, 1)) / ln(1.1::float8)) END`;

/** What the ended runs of a relation add to the figures of their days. */
const figuresOf = (runs: string): string => `
  INSERT INTO task_run_days AS known (day, chamber, name, figure, bucket, count)
  SELECT (r.finished_at AT TIME ZONE 'UTC')::date, r.chamber, r.name, f.figure, f.bucket, sum(f.count)
  FROM ${runs} r CROSS JOIN LATERAL (VALUES
    (lower(r.state), 0, 1),
    ('retries', 0, (r.state_json ->> 'retries')::bigint),
    ('wait', ${bucketOf('r.started_at - r.queued_at')}, 1),
    ('duration', ${bucketOf('r.finished_at - r.started_at')}, 1)) AS f (figure, bucket, count)
  WHERE r.finished_at IS NOT NULL AND f.bucket IS NOT NULL AND f.count > 0
  GROUP BY 1, 2, 3, 4, 5
  ON CONFLICT (day, chamber, name, figure, bucket) DO UPDATE SET count = known.count + EXCLUDED.count`;

/**
 * In triggers, so that the history and its figures are written together, once, also by the version before. One
 * transaction at a time: those of two gateways could deadlock.
 */
const TRIGGERS = `
  CREATE FUNCTION count_new_task_runs() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(1795442400);
      ${figuresOf('written')};
      RETURN NULL;
    END $$;
  CREATE TRIGGER task_runs_count_new AFTER INSERT ON task_runs REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION count_new_task_runs();
  CREATE FUNCTION count_ended_task_runs() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(1795442400);
      ${figuresOf(`(SELECT w.* FROM written w JOIN before b ON b.id = w.id WHERE w.finished_at IS DISTINCT FROM b.finished_at)`)};
      RETURN NULL;
    END $$;
  CREATE TRIGGER task_runs_count_ended AFTER UPDATE ON task_runs REFERENCING OLD TABLE AS before NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION count_ended_task_runs()`;

const LAST_SCRAPES = `
  CREATE INDEX task_runs_last_scrape_idx ON task_runs (chamber, queued_at) WHERE name = 'scrape';
  CREATE INDEX task_runs_last_success_idx ON task_runs (chamber, finished_at)
    WHERE name = 'scrape' AND state = 'SUCCESS'`;

/** Figures of the runs that ended, by day: they stay when the runs are deleted, and are read faster than a million runs. */
export class CountTaskRuns1795442400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TASK_RUN_DAYS);
    // Waits for what a running gateway writes, so that no run is counted twice or never.
    await runner.query('LOCK TABLE task_runs IN SHARE ROW EXCLUSIVE MODE');
    await runner.query(figuresOf('task_runs'));
    await runner.query(TRIGGERS);
    await runner.query(LAST_SCRAPES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX task_runs_last_scrape_idx, task_runs_last_success_idx');
    await runner.query('DROP TRIGGER task_runs_count_new ON task_runs');
    await runner.query('DROP TRIGGER task_runs_count_ended ON task_runs');
    await runner.query('DROP FUNCTION count_new_task_runs, count_ended_task_runs');
    await runner.query('DROP TABLE task_run_days');
  }
}
