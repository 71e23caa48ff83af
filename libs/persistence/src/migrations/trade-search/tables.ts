/**
 * A row for each trade and each state that it and its filing were known in, from `known_from` to `known_to`. Party and
 * state are those of the member's terms as they are known today.
 */
export const TRADE_SEARCH = `
  CREATE TABLE trade_search (
    trade_id uuid NOT NULL,
    revision integer NOT NULL,
    known_from timestamptz NOT NULL,
    known_to timestamptz NOT NULL DEFAULT 'infinity',
    filing_id uuid NOT NULL,
    place integer NOT NULL,
    filed date NOT NULL,
    chamber text NOT NULL,
    member_id text,
    party text,
    state text,
    format text,
    filer_id integer NOT NULL,
    asset_id integer NOT NULL,
    ticker text,
    type text,
    owner text NOT NULL,
    asset_type text,
    traded date,
    traded_month date,
    amount_min numeric(16,2),
    amount_max numeric(16,2),
    late boolean,
    disclosed_late boolean,
    flags text[] NOT NULL,
    first_seen_at timestamptz NOT NULL,
    seen_month date NOT NULL,
    is_current boolean NOT NULL
  );`;

/** Punctuation of ASCII: without it the parser of Postgres would read addresses, paths and signed numbers. */
const PUNCTUATION = String.raw`'[!-/:-@[-\x60{-~]+'`;

/** The distinct names are few beside the trades. `name_words` has their words, to find what was meant by a typo. */
export const NAMES = `
  CREATE TABLE name_words (
    word text COLLATE "C" NOT NULL,
    CONSTRAINT name_words_pkey PRIMARY KEY (word)
  );
  CREATE TABLE asset_names (
    id integer GENERATED ALWAYS AS IDENTITY,
    name text NOT NULL,
    words tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('simple', regexp_replace(name, ${PUNCTUATION}, ' ', 'g'))) STORED,
    CONSTRAINT asset_names_pkey PRIMARY KEY (id),
    CONSTRAINT asset_names_name_key UNIQUE (name)
  );
  CREATE TABLE filer_names (LIKE asset_names INCLUDING IDENTITY INCLUDING GENERATED,
    CONSTRAINT filer_names_pkey PRIMARY KEY (id),
    CONSTRAINT filer_names_name_key UNIQUE (name)
  );
  CREATE INDEX name_words_similar_idx ON name_words USING gin (word gin_trgm_ops);
  CREATE INDEX asset_names_words_idx ON asset_names USING gin (words);
  CREATE FUNCTION keep_name_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
    BEGIN
      INSERT INTO name_words SELECT DISTINCT unnest(tsvector_to_array(words)) FROM entered ON CONFLICT DO NOTHING;
      RETURN NULL;
    END $$;
  CREATE TRIGGER asset_names_words AFTER INSERT ON asset_names REFERENCING NEW TABLE AS entered
    FOR EACH STATEMENT EXECUTE FUNCTION keep_name_words();
  CREATE TRIGGER filer_names_words AFTER INSERT ON filer_names REFERENCING NEW TABLE AS entered
    FOR EACH STATEMENT EXECUTE FUNCTION keep_name_words();`;

/** What a filing was until `known_to`. The start of the history is there only if there were filings before it. */
export const HISTORY = `
  CREATE TABLE filing_versions (
    filing_id uuid NOT NULL,
    known_to timestamptz NOT NULL,
    version jsonb NOT NULL,
    CONSTRAINT filing_versions_pkey PRIMARY KEY (filing_id, known_to),
    CONSTRAINT filing_versions_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings (id) ON DELETE CASCADE
  );
  CREATE INDEX filing_versions_known_to_idx ON filing_versions (known_to);
  CREATE TABLE history_start (since timestamptz NOT NULL);
  INSERT INTO history_start SELECT now() WHERE EXISTS (SELECT FROM filings);`;

/** Filters of which one value may have few trades, or all of them long ago: each finds its newest at once. */
const SELECTIVE = [
  ['ticker'],
  ['member_id'],
  ['member_id', 'traded_month'],
  ['asset_id'],
  ['filer_id'],
  ['state'],
  ['asset_type'],
  ['format'],
  ['traded_month'],
  ['seen_month'],
];

/** After the rows, which is several times faster. */
export const INDEXES = `
  ALTER TABLE trade_search
    ADD CONSTRAINT trade_search_pkey PRIMARY KEY (trade_id, known_from),
    ADD CONSTRAINT trade_search_trade_id_revision_fkey FOREIGN KEY (trade_id, revision)
      REFERENCES transactions (id, revision) ON DELETE CASCADE;
  CREATE UNIQUE INDEX trade_search_now_idx ON trade_search (trade_id) WHERE known_to = 'infinity';
  CREATE INDEX trade_search_filing_id_idx ON trade_search (filing_id);
  CREATE INDEX trade_search_page_idx ON trade_search (filed, filing_id, place);
  CREATE INDEX trade_search_traded_idx ON trade_search (traded, filing_id, place);
  CREATE INDEX trade_search_amount_idx ON trade_search (amount_min, filing_id, place);
  ${SELECTIVE.map(
    (columns) =>
      `CREATE INDEX trade_search_${columns.join('_')}_idx ON trade_search (${columns.join(', ')}, filed, filing_id, place);`,
  ).join('\n')}
  CREATE INDEX trade_search_flagged_idx ON trade_search (filed, filing_id, place) WHERE flags <> '{}';
  CREATE INDEX trade_search_amount_max_idx ON trade_search (amount_max);
  CREATE INDEX trade_search_type_idx ON trade_search (type);
  CREATE INDEX trade_search_owner_idx ON trade_search (owner);
  CREATE INDEX trade_search_party_idx ON trade_search (party);
  CREATE INDEX trade_search_first_seen_at_idx ON trade_search (first_seen_at);
  CREATE INDEX trade_search_flags_idx ON trade_search USING gin (flags) WHERE flags <> '{}';
  CREATE INDEX filings_chamber_page_idx ON filings (chamber, (coalesce(filed_on, '-infinity'::date)), id);
  CREATE INDEX filings_status_page_idx ON filings (status, (coalesce(filed_on, '-infinity'::date)), id);
  CREATE INDEX filings_member_page_idx ON filings (member_id, (coalesce(filed_on, '-infinity'::date)), id);
  CREATE INDEX filings_name_page_idx ON filings (filer_name_raw, (coalesce(filed_on, '-infinity'::date)), id);
  CREATE INDEX filings_first_seen_at_idx ON filings (first_seen_at);`;
