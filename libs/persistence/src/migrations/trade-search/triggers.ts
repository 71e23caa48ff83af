import { keepFacts, termOn } from './facts.js';

/** Any number that nothing else uses. */
const LOCK = 1_795_446_000;

/**
 * One transaction at a time, from its commit on: it takes no other lock after this one, so it can't deadlock, and its
 * client can't freeze while it is held. All that one transaction changes changed at one instant.
 */
const AT_COMMIT = `
  PERFORM pg_advisory_xact_lock(${LOCK});
  instant := coalesce(nullif(current_setting('rotunda.instant', TRUE), ''),
    set_config('rotunda.instant', clock_timestamp()::text, TRUE))::timestamptz;`;

/** With the rights of the owner, so that the version before keeps them too. */
const trigger = (name: string, body: string): string => `
  CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
    DECLARE instant timestamptz;
    BEGIN ${body} RETURN NULL; END $$;`;

/** Almost always known: then nothing is locked. */
const KEEP_NAME = trigger(
  'keep_filer_names',
  `IF EXISTS (SELECT FROM filer_names WHERE name = NEW.filer_name_raw) THEN RETURN NULL; END IF;
  ${AT_COMMIT}
  INSERT INTO filer_names (name) VALUES (NEW.filer_name_raw) ON CONFLICT DO NOTHING;`,
);

const KEEP_TRADE = trigger('keep_trade_search', `${AT_COMMIT} ${keepFacts('t.id = NEW.id', 's.trade_id = NEW.id')}`);

const FACTS = ['filed_on', 'member_id', 'format', 'filer_name_raw', 'quality_flags', 'chamber'];
const tuple = (row: string): string => `(${FACTS.map((column) => `${row}.${column}`).join(', ')})`;

/** A further try alone is not a new version. */
const WITHOUT_TRIES = `- '{last_tried_at,last_task_id}'::text[]`;

const KEEP_FILING = trigger(
  'keep_filing_versions',
  `IF to_jsonb(OLD) ${WITHOUT_TRIES} = to_jsonb(NEW) ${WITHOUT_TRIES} THEN RETURN NULL; END IF;
  ${AT_COMMIT}
  -- What the same transaction inserted, or changed before, nobody has seen.
  IF OLD.first_seen_at < transaction_timestamp() THEN
    INSERT INTO filing_versions VALUES (OLD.id, instant, to_jsonb(OLD)) ON CONFLICT DO NOTHING;
  END IF;
  IF ${tuple('OLD')} IS DISTINCT FROM ${tuple('NEW')} THEN
    ${keepFacts('t.filing_id = NEW.id', 's.filing_id = NEW.id')}
  END IF;`,
);

/** A list of members replaces the terms of those that changed. Only the trades of a term's own days are looked at. */
const KEEP_TERM = trigger(
  'keep_trade_terms',
  `PERFORM pg_advisory_xact_lock(${LOCK});
  UPDATE trade_search s SET party = now.party, state = now.state
  FROM (SELECT k.trade_id, k.known_from, term.party, term.state
    FROM (SELECT coalesce(NEW.bioguide, OLD.bioguide) AS bioguide, coalesce(NEW.starts_on, OLD.starts_on) AS starts_on) changed
      JOIN trade_search k ON k.member_id = changed.bioguide AND k.filed >= changed.starts_on
        AND k.filed < coalesce((SELECT min(later.starts_on) FROM member_terms later
          WHERE later.bioguide = changed.bioguide AND later.starts_on > changed.starts_on), 'infinity')
      LEFT JOIN LATERAL (${termOn('k.member_id', 'k.filed')}) term ON TRUE) now
  WHERE (s.trade_id, s.known_from) = (now.trade_id, now.known_from)
    AND (s.party, s.state) IS DISTINCT FROM (now.party, now.state);`,
);

const atCommit = (name: string, events: string, table: string, does: string): string => `
  CREATE CONSTRAINT TRIGGER ${name} AFTER ${events} ON ${table} DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION ${does}();`;

/** Those of a table fire in the order of their names. */
export const TRIGGERS = [
  KEEP_NAME,
  KEEP_TRADE,
  KEEP_FILING,
  KEEP_TERM,
  atCommit('transactions_are_searched', 'INSERT OR UPDATE', 'transactions', 'keep_trade_search'),
  atCommit('filings_have_names', 'INSERT OR UPDATE', 'filings', 'keep_filer_names'),
  atCommit('filings_have_versions', 'UPDATE', 'filings', 'keep_filing_versions'),
  atCommit('member_terms_are_searched', 'INSERT OR UPDATE OR DELETE', 'member_terms', 'keep_trade_terms'),
].join('\n');
