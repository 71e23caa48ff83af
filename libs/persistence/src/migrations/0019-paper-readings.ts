import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Without a default: nothing is rewritten. The version before writes rows and filings without these columns. */
const COLUMNS = `
  ALTER TABLE transactions ADD COLUMN paper jsonb;
  ALTER TABLE filings ADD COLUMN paper_class text,
    ADD CONSTRAINT filings_paper_class_check
      CHECK (paper_class IN ('typed', 'handwritten', 'mixed', 'attachment', 'nothing', 'unknown')),
    DROP CONSTRAINT filings_status_check,
    ADD CONSTRAINT filings_status_check CHECK (status IN
      ('listed', 'parsed', 'paper', 'paper_read', 'paper_review', 'needs_review', 'unavailable', 'failed'));
  ALTER TABLE review_decisions ADD COLUMN documents text[];`;

/**
 * A row keeps the parser version that read it, and its boxes are pixels of that version's picture. Most versions straighten
 * a sheet to the same picture, so pictures are kept apart.
 */
const SHEETS = `
  CREATE TABLE paper_pictures (
    sha256 text NOT NULL,
    png bytea NOT NULL,
    CONSTRAINT paper_pictures_pkey PRIMARY KEY (sha256),
    CONSTRAINT paper_pictures_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$')
  );
  CREATE TABLE paper_sheets (
    filing_id uuid NOT NULL,
    page integer NOT NULL,
    document_sha256 text NOT NULL,
    parser_version text NOT NULL,
    kind text NOT NULL,
    form text,
    rotation integer NOT NULL,
    skew double precision NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    picture_sha256 text,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT paper_sheets_pkey PRIMARY KEY (filing_id, page, document_sha256, parser_version),
    CONSTRAINT paper_sheets_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings (id),
    CONSTRAINT paper_sheets_document_sha256_fkey FOREIGN KEY (document_sha256) REFERENCES raw_documents (sha256),
    CONSTRAINT paper_sheets_picture_sha256_fkey FOREIGN KEY (picture_sha256) REFERENCES paper_pictures (sha256),
    CONSTRAINT paper_sheets_numbers_check CHECK (page > 0 AND width > 0 AND height > 0)
  );
  CREATE INDEX paper_sheets_picture_sha256_idx ON paper_sheets (picture_sha256);`;

/** Rows that wait for a person. One that is stored as a trade keeps its id. */
const WAITING_ROWS = `
  CREATE TABLE paper_rows (
    id uuid NOT NULL DEFAULT uuidv7(),
    recorded_at timestamptz NOT NULL DEFAULT now(),
    superseded_at timestamptz,
    filing_id uuid NOT NULL,
    ordinal integer NOT NULL,
    fields jsonb NOT NULL,
    document_sha256 text NOT NULL,
    parser_version text NOT NULL,
    CONSTRAINT paper_rows_pkey PRIMARY KEY (id, recorded_at),
    CONSTRAINT paper_rows_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings (id),
    CONSTRAINT paper_rows_document_sha256_fkey FOREIGN KEY (document_sha256) REFERENCES raw_documents (sha256)
  );
  CREATE UNIQUE INDEX paper_rows_filing_id_ordinal_idx ON paper_rows (filing_id, ordinal) WHERE superseded_at IS NULL;`;

/** For suggestions to a reviewer: the asset that a text may mean. */
const LIKE_ASSETS = 'CREATE INDEX asset_names_similar_idx ON asset_names USING gin (name gin_trgm_ops)';

/** Beside `review_changes`, of which the version before takes each for a change of a field. */
const REVIEW_ROWS = `
  CREATE TABLE review_rows (
    id bigint GENERATED ALWAYS AS IDENTITY,
    decision_id bigint NOT NULL,
    action text NOT NULL,
    transaction_id uuid NOT NULL,
    after_id uuid,
    fields jsonb NOT NULL,
    reason text,
    CONSTRAINT review_rows_pkey PRIMARY KEY (id),
    CONSTRAINT review_rows_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES review_decisions (id),
    CONSTRAINT review_rows_action_check CHECK (action IN ('added', 'removed'))
  );
  CREATE INDEX review_rows_decision_id_idx ON review_rows (decision_id);
  CREATE INDEX review_rows_transaction_id_idx ON review_rows (transaction_id);
  CREATE TRIGGER review_rows_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON review_rows
    EXECUTE FUNCTION refuse_rewriting();`;

/** Answers about disclosures are made of these, too: see 0016. */
const TELL = ['paper_sheets', 'paper_rows', 'review_rows']
  .map(
    (table) => `
  CREATE TRIGGER ${table}_tell_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ${table}
    EXECUTE FUNCTION tell_archive_change();`,
  )
  .join('');

/** What is read from scans, and the rows that reviewers add and remove: docs/adr/0020-paper-readings.md. */
export class AddPaperReadings1795460400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const step of [COLUMNS, SHEETS, WAITING_ROWS, LIKE_ASSETS, REVIEW_ROWS, TELL]) await runner.query(step);
  }

  /** What was read from scans counts as not read again, as the version before has it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX asset_names_similar_idx');
    await runner.query('DROP TABLE review_rows, paper_rows, paper_sheets, paper_pictures');
    await runner.query(`
      UPDATE filings SET status = 'paper' WHERE status IN ('paper_read', 'paper_review');
      SET CONSTRAINTS ALL IMMEDIATE`);
    await runner.query(`
      ALTER TABLE review_decisions DROP COLUMN documents;
      ALTER TABLE transactions DROP COLUMN paper;
      ALTER TABLE filings DROP COLUMN paper_class,
        DROP CONSTRAINT filings_status_check,
        ADD CONSTRAINT filings_status_check
          CHECK (status IN ('listed', 'parsed', 'paper', 'needs_review', 'unavailable', 'failed'));`);
  }
}
