import type { MigrationInterface, QueryRunner } from 'typeorm';

const REVIEWS = `
  CREATE TABLE reviews (
    id uuid NOT NULL DEFAULT uuidv7(),
    filing_id uuid NOT NULL,
    status text NOT NULL DEFAULT 'open',
    version integer NOT NULL DEFAULT 1,
    reasons text[] NOT NULL DEFAULT '{}',
    reading jsonb,
    opened_at timestamptz NOT NULL DEFAULT now(),
    opened_by_task text NOT NULL,
    CONSTRAINT reviews_pkey PRIMARY KEY (id),
    CONSTRAINT reviews_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings (id),
    CONSTRAINT reviews_status_check CHECK (status IN ('open', 'accepted', 'corrected', 'rejected', 'outdated'))
  );
  CREATE UNIQUE INDEX reviews_open_idx ON reviews (filing_id) WHERE status = 'open';
  CREATE INDEX reviews_filing_id_idx ON reviews (filing_id, id);`;

const DECISIONS = `
  CREATE TABLE review_decisions (
    id bigint GENERATED ALWAYS AS IDENTITY,
    review_id uuid NOT NULL,
    decision text NOT NULL,
    decided_by text NOT NULL,
    reason text,
    decided_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT review_decisions_pkey PRIMARY KEY (id),
    CONSTRAINT review_decisions_review_id_key UNIQUE (review_id),
    CONSTRAINT review_decisions_review_id_fkey FOREIGN KEY (review_id) REFERENCES reviews (id),
    CONSTRAINT review_decisions_decision_check CHECK (decision IN ('accepted', 'corrected', 'rejected'))
  );
  CREATE TABLE review_changes (
    id bigint GENERATED ALWAYS AS IDENTITY,
    decision_id bigint NOT NULL,
    transaction_id uuid NOT NULL,
    revision integer NOT NULL,
    field text NOT NULL,
    old_value jsonb,
    new_value jsonb,
    reason text,
    CONSTRAINT review_changes_pkey PRIMARY KEY (id),
    CONSTRAINT review_changes_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES review_decisions (id)
  );
  CREATE INDEX review_changes_decision_id_idx ON review_changes (decision_id);
  CREATE INDEX review_changes_transaction_id_idx ON review_changes (transaction_id);`;

/** Decisions are never rewritten, neither by a bug of ours nor by hand. */
const APPEND_ONLY = `
  CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION '% is append-only: what a reviewer decided stays', TG_TABLE_NAME;
    END $$;
  CREATE TRIGGER review_decisions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON review_decisions
    EXECUTE FUNCTION refuse_rewriting();
  CREATE TRIGGER review_changes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON review_changes
    EXECUTE FUNCTION refuse_rewriting();`;

const SCRAPED_WINDOWS = `
  CREATE TABLE scraped_windows (
    task_id text NOT NULL,
    chamber text NOT NULL,
    start_date date NOT NULL,
    end_date date NOT NULL,
    listed_at timestamptz NOT NULL,
    finished_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT scraped_windows_pkey PRIMARY KEY (task_id),
    CONSTRAINT scraped_windows_chamber_check CHECK (chamber IN ('senate', 'house')),
    CONSTRAINT scraped_windows_dates_check CHECK (start_date <= end_date)
  );
  CREATE INDEX scraped_windows_chamber_idx ON scraped_windows (chamber, finished_at);`;

/** Opens a review for each filing that already needs one. Its reading is taken from the rows when it is decided. */
const PUT_UP_BEFORE = `
  INSERT INTO reviews (filing_id, reasons, opened_at, opened_by_task)
  SELECT id, review_reasons, coalesce(settled_at, first_seen_at), coalesce(last_task_id, first_task_id)
  FROM filings WHERE status = 'needs_review' ORDER BY filed_on, id;`;

export class CreateReviews1795399200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const step of [REVIEWS, DECISIONS, APPEND_ONLY, SCRAPED_WINDOWS, PUT_UP_BEFORE]) await runner.query(step);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE scraped_windows, review_changes, review_decisions, reviews');
    await runner.query('DROP FUNCTION refuse_rewriting');
  }
}
