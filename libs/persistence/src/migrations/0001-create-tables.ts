import type { MigrationInterface, QueryRunner } from 'typeorm';

const RAW_DOCUMENTS = `
  CREATE TABLE raw_documents (
    sha256 text NOT NULL,
    url text NOT NULL,
    media_type text NOT NULL,
    bytes bytea NOT NULL,
    byte_length integer NOT NULL,
    fetched_at timestamptz NOT NULL,
    etag text,
    last_modified text,
    CONSTRAINT raw_documents_pkey PRIMARY KEY (sha256),
    CONSTRAINT raw_documents_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$')
  );
  CREATE INDEX raw_documents_url_idx ON raw_documents (url, fetched_at);`;

const FILINGS = `
  CREATE TABLE filings (
    id uuid NOT NULL DEFAULT uuidv7(),
    chamber text NOT NULL,
    external_id text NOT NULL,
    filing_type text NOT NULL,
    title_raw text NOT NULL,
    filer_name_raw text NOT NULL,
    office_raw text NOT NULL,
    state_district text,
    filed_at_raw text NOT NULL,
    filed_on date,
    signed_on date,
    format text,
    amendment_no integer,
    status text NOT NULL,
    reason text,
    review_reasons text[] NOT NULL DEFAULT '{}',
    quality_flags text[] NOT NULL DEFAULT '{}',
    parser_version text,
    expected_rows integer,
    document_url text NOT NULL,
    document_sha256 text,
    first_seen_at timestamptz NOT NULL DEFAULT now(),
    first_task_id text NOT NULL,
    last_task_id text,
    last_tried_at timestamptz,
    settled_at timestamptz,
    CONSTRAINT filings_pkey PRIMARY KEY (id),
    CONSTRAINT filings_chamber_external_id_key UNIQUE (chamber, external_id),
    CONSTRAINT filings_document_sha256_fkey FOREIGN KEY (document_sha256) REFERENCES raw_documents (sha256),
    CONSTRAINT filings_chamber_check CHECK (chamber IN ('senate', 'house')),
    CONSTRAINT filings_format_check CHECK (format IN ('electronic', 'paper')),
    CONSTRAINT filings_status_check
      CHECK (status IN ('listed', 'parsed', 'paper', 'needs_review', 'unavailable', 'failed'))
  );
  CREATE INDEX filings_page_idx ON filings ((coalesce(filed_on, '-infinity'::date)), id);
  CREATE INDEX filings_unfinished_idx ON filings (chamber) WHERE status IN ('listed', 'unavailable', 'failed');`;

/** No CHECK on dates: filers make mistakes (2 real rows trade after their own filing). Such rows are flagged and kept. */
const TRANSACTIONS = `
  CREATE TABLE transactions (
    id uuid NOT NULL DEFAULT uuidv7(),
    revision integer NOT NULL DEFAULT 1,
    filing_id uuid NOT NULL,
    ordinal integer NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    superseded_at timestamptz,
    first_seen_at timestamptz NOT NULL DEFAULT now(),
    first_task_id text NOT NULL,
    source_row_id text,
    owner_raw text NOT NULL,
    owner text,
    asset_name_raw text NOT NULL,
    asset_name text NOT NULL,
    asset_type text,
    ticker_raw text,
    ticker text,
    ticker_source text,
    type_raw text NOT NULL,
    type text,
    traded_on_raw text NOT NULL,
    traded_on date,
    notified_on_raw text,
    notified_on date,
    amount_raw text NOT NULL,
    amount_min numeric(16,2),
    amount_max numeric(16,2),
    amount_over boolean NOT NULL,
    option jsonb,
    bond jsonb,
    exchange jsonb,
    cap_gains_over_200 boolean,
    row_status_raw text,
    row_status text,
    description text,
    comment text,
    subholding text,
    location text,
    days_to_file integer,
    late boolean,
    quality_flags text[] NOT NULL DEFAULT '{}',
    document_sha256 text NOT NULL,
    page integer,
    box double precision[],
    dom_row integer,
    parser_version text NOT NULL,
    is_current boolean NOT NULL DEFAULT true,
    CONSTRAINT transactions_pkey PRIMARY KEY (id, revision),
    CONSTRAINT transactions_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings (id),
    CONSTRAINT transactions_document_sha256_fkey FOREIGN KEY (document_sha256) REFERENCES raw_documents (sha256),
    CONSTRAINT transactions_owner_check CHECK (owner IN ('self', 'spouse', 'joint', 'dependent')),
    CONSTRAINT transactions_type_check CHECK (type IN ('purchase', 'sale', 'sale_partial', 'exchange')),
    CONSTRAINT transactions_row_status_check CHECK (row_status IN ('new', 'amended', 'deleted'))
  );
  CREATE UNIQUE INDEX transactions_filing_id_ordinal_idx ON transactions (filing_id, ordinal)
    WHERE superseded_at IS NULL;
  CREATE INDEX transactions_ticker_idx ON transactions (upper(ticker)) WHERE superseded_at IS NULL AND is_current;
  CREATE INDEX transactions_traded_on_idx ON transactions (traded_on) WHERE superseded_at IS NULL AND is_current;`;

const TASKS = `
  CREATE TABLE task_fences (
    task_id text NOT NULL,
    attempt integer NOT NULL,
    CONSTRAINT task_fences_pkey PRIMARY KEY (task_id)
  );
  CREATE TABLE task_runs (
    id text NOT NULL,
    revision bigint NOT NULL,
    chamber text NOT NULL,
    name text NOT NULL,
    state text NOT NULL,
    worker text,
    attempts integer NOT NULL,
    args jsonb NOT NULL,
    result jsonb,
    error jsonb,
    queued_at timestamptz NOT NULL,
    started_at timestamptz,
    finished_at timestamptz,
    state_json jsonb NOT NULL,
    CONSTRAINT task_runs_pkey PRIMARY KEY (id)
  );
  CREATE INDEX task_runs_page_idx ON task_runs (queued_at, id);
  CREATE INDEX task_runs_finished_at_idx ON task_runs (finished_at);`;

const OUTBOX = `
  CREATE TABLE outbox (
    id bigint GENERATED ALWAYS AS IDENTITY,
    chamber text NOT NULL,
    message_id text NOT NULL,
    subject text NOT NULL,
    payload jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    sent_at timestamptz,
    CONSTRAINT outbox_pkey PRIMARY KEY (id),
    CONSTRAINT outbox_message_id_key UNIQUE (message_id)
  );
  CREATE INDEX outbox_unsent_idx ON outbox (chamber, id) WHERE sent_at IS NULL;`;

export class CreateTables1795392000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const tables of [RAW_DOCUMENTS, FILINGS, TRANSACTIONS, TASKS, OUTBOX]) await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outbox, task_runs, task_fences, transactions, filings, raw_documents');
  }
}
