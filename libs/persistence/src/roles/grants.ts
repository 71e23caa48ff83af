/**
 * The roles beside the owner of the tables, which migrates: `write` for the scrapers, `gateway` for what the gateway
 * writes, `read` for its queries. Their names are those in the URLs of the settings.
 */
export const DATABASE_ROLES = ['write', 'gateway', 'read'] as const;
export type DatabaseRole = (typeof DATABASE_ROLES)[number];

export type Privilege = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

const READ: Privilege[] = ['SELECT'];
const APPEND: Privilege[] = ['SELECT', 'INSERT'];
const CHANGE: Privilege[] = ['SELECT', 'UPDATE'];
const STORE: Privilege[] = ['SELECT', 'INSERT', 'UPDATE'];
const REPLACE: Privilege[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];

/**
 * What each role may do with each table; a role that is not named gets nothing. A decision of the gateway updates rows
 * and links as storing a filing does. `SELECT … FOR UPDATE` and `FOR SHARE` need UPDATE.
 */
export const TABLE_GRANTS: Record<string, Partial<Record<DatabaseRole, Privilege[]>>> = {
  migrations: { write: READ, gateway: READ, read: READ },
  raw_documents: { write: STORE, gateway: ['SELECT', 'DELETE'], read: READ },
  filings: { write: STORE, gateway: CHANGE, read: READ },
  filing_pages: { write: REPLACE, gateway: READ, read: READ },
  transactions: { write: STORE, gateway: STORE, read: READ },
  paper_pictures: { write: APPEND, gateway: READ, read: READ },
  paper_sheets: { write: STORE, gateway: READ, read: READ },
  paper_rows: { write: STORE, gateway: STORE, read: READ },
  filing_versions: { gateway: READ, read: READ },
  history_start: { gateway: READ, read: READ },
  trade_search: { gateway: READ, read: READ },
  asset_names: { gateway: READ, read: READ },
  filer_names: { gateway: READ, read: READ },
  name_words: { gateway: READ, read: READ },
  filing_figures: { write: READ, gateway: READ, read: READ },
  filing_lineage: { write: REPLACE, gateway: REPLACE, read: READ },
  transaction_lineage: { write: REPLACE, gateway: REPLACE, read: READ },
  lineage_decisions: { write: READ, gateway: APPEND, read: READ },
  reviews: { write: STORE, gateway: STORE, read: READ },
  review_decisions: { write: READ, gateway: APPEND, read: READ },
  review_changes: { write: READ, gateway: APPEND, read: READ },
  review_rows: { write: READ, gateway: APPEND, read: READ },
  members: { write: READ, gateway: READ, read: READ },
  member_terms: { write: READ, gateway: READ, read: READ },
  member_imports: { write: READ, gateway: READ, read: READ },
  member_aliases: { write: READ, gateway: STORE, read: READ },
  scraped_windows: { write: STORE, gateway: READ, read: READ },
  task_fences: { write: STORE, gateway: STORE, read: READ },
  task_runs: { gateway: REPLACE, read: READ },
  task_run_days: { gateway: REPLACE, read: READ },
  task_search: { gateway: READ, read: READ },
  outbox: { write: STORE, gateway: APPEND, read: READ },
  api_keys: { gateway: STORE },
  sessions: { gateway: REPLACE },
  worker_samples: { gateway: REPLACE },
  audit_log: { gateway: ['SELECT', 'INSERT', 'DELETE'] },
};
