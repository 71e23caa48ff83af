import type { MigrationInterface, QueryRunner } from 'typeorm';

const FILING_FIGURES = `
  CREATE TABLE filing_figures (
    filing_id uuid NOT NULL,
    transactions integer NOT NULL,
    late integer NOT NULL,
    disclosed_late integer NOT NULL,
    in_time integer NOT NULL,
    unknown integer NOT NULL,
    not_judged integer NOT NULL,
    worst_days integer,
    CONSTRAINT filing_figures_pkey PRIMARY KEY (filing_id),
    CONSTRAINT filing_figures_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings (id) ON DELETE CASCADE
  )`;

/** As in `lateness.ts` when this migration was written, which must not follow it. */
const NOTICED = `t.notified_on >= greatest(t.traded_on, '2012-01-01'::date)`;
const LATE = `(t.late OR (t.late IS FALSE AND coalesce(${NOTICED} AND f.filed_on - t.notified_on > 30, FALSE)))`;
const DAYS_LATE = `greatest(t.days_to_file - 45, CASE WHEN ${NOTICED} THEN f.filed_on - t.notified_on - 30 END)`;

/** Counts the current rows of the filings whose ids a query gives. */
const figuresOf = (ids: string): string => `
  INSERT INTO filing_figures (filing_id, transactions, late, disclosed_late, in_time, unknown, not_judged, worst_days)
  SELECT f.id, count(t.id), count(*) FILTER (WHERE t.late), count(*) FILTER (WHERE ${LATE}),
    count(*) FILTER (WHERE NOT ${LATE}), count(t.id) FILTER (WHERE t.days_to_file IS NULL),
    count(*) FILTER (WHERE t.days_to_file IS NOT NULL AND t.late IS NULL), max(${DAYS_LATE}) FILTER (WHERE ${LATE})
  FROM filings f LEFT JOIN transactions t ON t.filing_id = f.id AND t.superseded_at IS NULL AND t.is_current
  WHERE f.id IN (${ids}) GROUP BY f.id
  ON CONFLICT (filing_id) DO UPDATE SET transactions = EXCLUDED.transactions, late = EXCLUDED.late,
    disclosed_late = EXCLUDED.disclosed_late, in_time = EXCLUDED.in_time, unknown = EXCLUDED.unknown,
    not_judged = EXCLUDED.not_judged, worst_days = EXCLUDED.worst_days`;

/** With the rights of the owner, so that the version before keeps them too. */
const counter = (name: string, ids: string): string => `
  CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
    BEGIN
      ${figuresOf(ids)};
      RETURN NULL;
    END $$;`;

const onRows = (event: string, relation: string): string => `
  CREATE TRIGGER transactions_count_${event} AFTER ${event} ON transactions REFERENCING ${relation} TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION count_filing_rows();`;

/** A filing's rows are written by one transaction at a time (`lockLineage`), so that counting anew loses none. */
const TRIGGERS = [
  counter('count_filing_rows', 'SELECT filing_id FROM changed'),
  counter(
    'count_rows_filed_anew',
    'SELECT n.id FROM changed n JOIN before o ON o.id = n.id WHERE n.filed_on IS DISTINCT FROM o.filed_on',
  ),
  onRows('insert', 'NEW'),
  onRows('update', 'NEW'),
  onRows('delete', 'OLD'),
  `CREATE TRIGGER filings_count_anew AFTER UPDATE ON filings REFERENCING OLD TABLE AS before NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION count_rows_filed_anew();`,
].join('\n');

/** Figures of each filing's rows: a tenth as many as the rows, which coverage and the summary of late trades add up. */
export class CountFilingRows1795456800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FILING_FIGURES);
    // Waits for what running services write, so that no row is left out.
    await runner.query('LOCK TABLE transactions, filings IN SHARE ROW EXCLUSIVE MODE');
    await runner.query(figuresOf('SELECT filing_id FROM transactions'));
    await runner.query(TRIGGERS);
    await runner.query('ANALYZE filing_figures');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const event of ['insert', 'update', 'delete'])
      await runner.query(`DROP TRIGGER transactions_count_${event} ON transactions`);
    await runner.query('DROP TRIGGER filings_count_anew ON filings');
    await runner.query('DROP FUNCTION count_filing_rows, count_rows_filed_anew');
    await runner.query('DROP TABLE filing_figures');
  }
}
