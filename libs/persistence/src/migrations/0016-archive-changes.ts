import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whatever an answer about disclosures is made of. */
const TABLES = [
  ...['raw_documents', 'filings', 'filing_pages', 'transactions', 'filing_lineage', 'transaction_lineage'],
  ...['lineage_decisions', 'reviews', 'review_decisions', 'review_changes', 'scraped_windows'],
  ...['members', 'member_terms', 'member_imports', 'member_aliases'],
];

const TELL = `
  CREATE FUNCTION tell_archive_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NOTIFY rotunda_archive;
      RETURN NULL;
    END $$`;

/**
 * Tells gateways that their copies of answers are out of date, whoever changed what: a scraper, the CLI, the version
 * before, somebody with psql. Postgres sends it with the commit, once per transaction.
 */
export class TellArchiveChanges1795449600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TELL);
    for (const table of TABLES) {
      await runner.query(
        `CREATE TRIGGER ${table}_tell_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ${table}
         EXECUTE FUNCTION tell_archive_change()`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TRIGGER ${table}_tell_change ON ${table}`);
    await runner.query('DROP FUNCTION tell_archive_change');
  }
}
