/**
 * Runs of 90 days, so that the graphs have something to show. They are invented, and say so: their ids begin with
 * `example-`, and so does their worker's host. The same each time, but for the days.
 */
export const INVENTED_RUNS = `
  INSERT INTO task_runs (id, revision, chamber, name, state, worker, attempts, args, error, queued_at, started_at,
    finished_at, state_json)
  SELECT id, n, chamber, name, state, NULL, 1 + retries, args, error, queued, started, finished,
    jsonb_strip_nulls(jsonb_build_object('v', 1, 'id', id, 'chamber', chamber, 'name', name, 'args', args, 'state', state,
      'run', 1, 'retries', retries, 'max_retries', 3, 'crashes', 0, 'source', 'schedule', 'error', error,
      'attempts', jsonb_build_array(jsonb_build_object('n', 1 + retries, 'worker', chamber || '-scraper-example',
        'started', started, 'finished', finished, 'error', error)),
      'times', jsonb_build_object('queued', queued, 'started', started, 'finished', finished),
      'progress', '{"phase": "done", "done": 4, "total": 4, "saved": 9, "skipped": 1, "errors": 0}'::jsonb,
      'result', CASE WHEN state = 'SUCCESS' AND name = 'scrape' THEN jsonb_build_object('status', 'success',
        'chamber', chamber, 'start_date', day, 'end_date', day, 'warnings', '[]'::jsonb,
        'stats', '{"total": 10, "saved": 9, "skipped": 1, "errors": 0}'::jsonb, 'filings', '{"listed": 4, "known": 0,
        "parsed": 3, "paper": 1, "needs_review": 0, "unavailable": 0, "failed": 0}'::jsonb) END))
      || '{"worker": null, "stream_seq": null}'
  FROM (
    SELECT *, queued + make_interval(secs => 0.2 + 3 * luck * luck) AS started,
      queued + make_interval(secs => 0.2 + 3 * luck * luck + CASE name WHEN 'check' THEN 1 + luck ELSE 8 + 90 * luck ^ 4 END)
        AS finished,
      CASE name WHEN 'check' THEN '{}'::jsonb ELSE jsonb_build_object('start_date', day, 'end_date', day) END AS args,
      CASE state WHEN 'FAILURE' THEN '{"code": "SiteUnavailable", "message": "the site answered 502 Bad Gateway"}'
        WHEN 'REVOKED' THEN '{"code": "Cancelled", "message": "cancelled on request"}' END::jsonb AS error
    FROM (
      SELECT n, 'example-' || n AS id, (ARRAY['house', 'senate'])[1 + n % 2] AS chamber, luck, queued,
        CASE WHEN n % 5 = 0 THEN 'check' ELSE 'scrape' END AS name, to_char(queued, 'YYYY-MM-DD') AS day,
        CASE WHEN luck > 0.97 THEN 1 ELSE 0 END AS retries,
        CASE WHEN luck > 0.985 THEN 'FAILURE' WHEN luck > 0.98 THEN 'REVOKED' ELSE 'SUCCESS' END AS state
      FROM (
        SELECT n, ('x' || substr(md5(n::text), 1, 7))::bit(28)::int / 268435456.0 AS luck,
          date_trunc('hour', now()) - make_interval(mins => 10 + n * 40) AS queued
        FROM generate_series(1, 3200) n) a) b) c`;

/** What the workers used since yesterday: $1 has their names and chambers. */
export const INVENTED_SAMPLES = `
  INSERT INTO worker_samples (worker, at, chamber, memory_mb, cpu_percent, loop_lag_ms, active_tasks)
  SELECT worker, date_trunc('minute', now()) - make_interval(mins => n), chamber,
    (130 + 40 * (n % 180) / 180.0 + 12 * sin(n / 37.0 + length(worker)))::int,
    (greatest(0, 6 + 22 * power(greatest(sin(n / 90.0 + length(worker)), 0), 4) + n % 7))::real, 2 + n % 5,
    CASE WHEN sin(n / 90.0 + length(worker)) > 0.7 THEN 1 ELSE 0 END
  FROM jsonb_to_recordset($1::jsonb) AS w (worker text, chamber text), generate_series(1, 1430) n
  ON CONFLICT DO NOTHING`;
