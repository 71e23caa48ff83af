import pg from 'pg';
import { FILING_STEPS } from './filings.mjs';
import { PEOPLE } from './people.mjs';
import { ROW_STEPS } from './rows.mjs';
import { FUNCTIONS } from './seeded-sql.mjs';

const MOST = 50_000_000;
const TABLES = [
  'members',
  'member_terms',
  'raw_documents',
  'filings',
  'transactions',
  'filing_lineage',
  'transaction_lineage',
  'reviews',
  'scraped_windows',
];

/**
 * Fills an empty, migrated database with an invented archive of so many current rows and some 6 % more that were
 * superseded. A million takes some two minutes and 1.5 GB. The same number makes the same archive.
 */
export async function fillArchive(databaseUrl, transactions = 1_000_000) {
  if (!Number.isInteger(transactions) || transactions < 100 || transactions > MOST) {
    throw new Error(`The number of transactions must be a whole number from 100 to ${MOST}`);
  }
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'rotunda-bench' });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT EXISTS (SELECT FROM filings) AS filled');
    if (rows[0].filled) throw new Error('The database has filings already; give an empty one');
    await client.query(
      "SET work_mem = '256MB'; SET maintenance_work_mem = '256MB'; SET synchronous_commit = off; SET timezone = 'UTC'",
    );
    await client.query(FUNCTIONS);
    for (const step of [...PEOPLE, ...FILING_STEPS, ...ROW_STEPS])
      await client.query(step.replaceAll('$1', String(transactions)));
    for (const table of TABLES) await client.query(`VACUUM (ANALYZE) ${table}`);
  } finally {
    await client.end();
  }
}
