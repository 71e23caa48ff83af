import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enterAssets, FILL } from './trade-search/facts.js';
import { HISTORY, INDEXES, NAMES, TRADE_SEARCH } from './trade-search/tables.js';
import { TRIGGERS } from './trade-search/triggers.js';

const FILERS = 'INSERT INTO filer_names (name) SELECT DISTINCT filer_name_raw FROM filings';

/**
 * What trades are searched by, apart from their wide rows and as it was at any instant, and the versions of filings:
 * docs/adr/0017-trade-search.md. While it runs, trades and filings are read but not written.
 */
export class AddTradeSearch1795446000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // In the order in which a filing is stored: what runs already can end.
    await runner.query('LOCK TABLE transactions, filings, member_terms IN SHARE ROW EXCLUSIVE MODE');
    for (const step of [TRADE_SEARCH, NAMES, HISTORY, enterAssets('TRUE'), FILERS]) await runner.query(step);
    await runner.query('ANALYZE asset_names, filer_names');
    for (const step of [FILL, INDEXES, TRIGGERS]) await runner.query(step);
    await runner.query('ANALYZE trade_search, name_words');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER transactions_are_searched ON transactions;
      DROP TRIGGER filings_have_names ON filings;
      DROP TRIGGER filings_have_versions ON filings;
      DROP TRIGGER member_terms_are_searched ON member_terms;
      DROP TABLE trade_search, asset_names, filer_names, name_words, filing_versions, history_start;
      DROP FUNCTION keep_trade_search, keep_filer_names, keep_filing_versions, keep_trade_terms, keep_name_words;
      DROP INDEX filings_chamber_page_idx, filings_status_page_idx, filings_member_page_idx, filings_name_page_idx,
        filings_first_seen_at_idx`);
  }
}
