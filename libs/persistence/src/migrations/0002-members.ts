import type { MigrationInterface, QueryRunner } from 'typeorm';

const MEMBERS = `
  CREATE TABLE members (
    bioguide text NOT NULL,
    first text NOT NULL,
    middle text,
    last text NOT NULL,
    suffix text,
    nickname text,
    official_full text,
    other_names jsonb NOT NULL DEFAULT '[]',
    CONSTRAINT members_pkey PRIMARY KEY (bioguide),
    CONSTRAINT members_bioguide_check CHECK (bioguide ~ '^[A-Z][0-9]{6}$')
  );
  CREATE INDEX members_page_idx ON members (last, first, bioguide);
  CREATE TABLE member_terms (
    bioguide text NOT NULL,
    chamber text NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    state text NOT NULL,
    district integer,
    party text,
    CONSTRAINT member_terms_pkey PRIMARY KEY (bioguide, chamber, starts_on),
    CONSTRAINT member_terms_bioguide_fkey FOREIGN KEY (bioguide) REFERENCES members (bioguide),
    CONSTRAINT member_terms_chamber_check CHECK (chamber IN ('senate', 'house'))
  );
  CREATE INDEX member_terms_days_idx ON member_terms (starts_on, ends_on);
  CREATE TABLE member_imports (
    id bigint GENERATED ALWAYS AS IDENTITY,
    source text NOT NULL,
    as_of date NOT NULL,
    added integer NOT NULL,
    changed integer NOT NULL,
    imported_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT member_imports_pkey PRIMARY KEY (id)
  );`;

const ALIASES = `
  CREATE TABLE member_aliases (
    id uuid NOT NULL DEFAULT uuidv7(),
    bioguide text,
    applies_to text NOT NULL,
    filing_id uuid NOT NULL,
    chamber text NOT NULL,
    filer_name_raw text NOT NULL,
    state_district text,
    valid_from date,
    valid_to date,
    decided_by text NOT NULL,
    reason text NOT NULL,
    decided_at timestamptz NOT NULL DEFAULT now(),
    superseded_at timestamptz,
    CONSTRAINT member_aliases_pkey PRIMARY KEY (id),
    CONSTRAINT member_aliases_bioguide_fkey FOREIGN KEY (bioguide) REFERENCES members (bioguide),
    CONSTRAINT member_aliases_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings (id),
    CONSTRAINT member_aliases_applies_to_check CHECK (applies_to IN ('filer', 'filing'))
  );
  CREATE INDEX member_aliases_bioguide_idx ON member_aliases (bioguide);`;

const FILINGS = `
  ALTER TABLE filings
    ADD COLUMN member_status text NOT NULL DEFAULT 'open',
    ADD COLUMN member_id text,
    ADD COLUMN member_method text,
    ADD COLUMN member_score numeric(3,2),
    ADD CONSTRAINT filings_member_id_fkey FOREIGN KEY (member_id) REFERENCES members (bioguide),
    ADD CONSTRAINT filings_member_status_check CHECK (member_status IN ('matched', 'ambiguous', 'open', 'outside')),
    ADD CONSTRAINT filings_member_id_check CHECK ((member_status = 'matched') = (member_id IS NOT NULL));
  CREATE INDEX filings_member_id_idx ON filings (member_id);`;

export class CreateMembers1795395600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const change of [MEMBERS, ALIASES, FILINGS]) await runner.query(change);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE filings
      DROP COLUMN member_status, DROP COLUMN member_id, DROP COLUMN member_method, DROP COLUMN member_score`);
    await runner.query('DROP TABLE member_aliases, member_imports, member_terms, members');
  }
}
