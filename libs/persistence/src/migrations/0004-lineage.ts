import type { MigrationInterface, QueryRunner } from 'typeorm';

const LINKS = `
  CREATE TABLE filing_lineage (
    successor_id uuid NOT NULL,
    predecessor_id uuid NOT NULL,
    kind text NOT NULL,
    method text NOT NULL,
    score numeric(4,3) NOT NULL,
    linked_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT filing_lineage_pkey PRIMARY KEY (successor_id, predecessor_id),
    CONSTRAINT filing_lineage_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES filings (id),
    CONSTRAINT filing_lineage_predecessor_id_fkey FOREIGN KEY (predecessor_id) REFERENCES filings (id),
    CONSTRAINT filing_lineage_kind_check CHECK (kind IN ('amends', 'withdraws', 'restates')),
    CONSTRAINT filing_lineage_method_check CHECK (method IN ('row_id', 'content', 'title', 'decision'))
  );
  CREATE INDEX filing_lineage_predecessor_id_idx ON filing_lineage (predecessor_id);
  CREATE TABLE transaction_lineage (
    predecessor_id uuid NOT NULL,
    successor_filing_id uuid NOT NULL,
    successor_id uuid,
    kind text NOT NULL,
    method text NOT NULL,
    score numeric(4,3) NOT NULL,
    linked_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT transaction_lineage_pkey PRIMARY KEY (predecessor_id, successor_filing_id),
    CONSTRAINT transaction_lineage_successor_filing_id_fkey FOREIGN KEY (successor_filing_id) REFERENCES filings (id),
    CONSTRAINT transaction_lineage_kind_check CHECK (kind IN ('amends', 'withdraws', 'restates')),
    CONSTRAINT transaction_lineage_method_check CHECK (method IN ('row_id', 'content', 'title', 'decision'))
  );
  CREATE INDEX transaction_lineage_successor_id_idx ON transaction_lineage (successor_id);
  CREATE INDEX transaction_lineage_successor_filing_id_idx ON transaction_lineage (successor_filing_id);`;

/** The links are recomputed whenever a filing is stored. Decisions of people are kept, and the last one counts. */
const DECISIONS = `
  CREATE TABLE lineage_decisions (
    id bigint GENERATED ALWAYS AS IDENTITY,
    filing_id uuid NOT NULL,
    successor_id uuid NOT NULL,
    predecessor_id uuid,
    decided_by text NOT NULL,
    reason text NOT NULL,
    decided_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT lineage_decisions_pkey PRIMARY KEY (id),
    CONSTRAINT lineage_decisions_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings (id)
  );
  CREATE INDEX lineage_decisions_filing_id_idx ON lineage_decisions (filing_id, id);`;

const LOOKUPS = `
  CREATE INDEX filings_filer_idx ON filings (chamber, lower(filer_name_raw));
  CREATE INDEX transactions_source_row_id_idx ON transactions (source_row_id)
    WHERE superseded_at IS NULL AND source_row_id IS NOT NULL;`;

export class CreateLineage1795402800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const step of [LINKS, DECISIONS, LOOKUPS]) await runner.query(step);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX filings_filer_idx, transactions_source_row_id_idx');
    await runner.query('DROP TABLE lineage_decisions, transaction_lineage, filing_lineage');
  }
}
