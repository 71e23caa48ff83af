import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../data-source.js';
import { MIGRATION_LOCK } from '../migrate.js';
import { grantTo } from './grant-statements.js';
import { accountsOf, DatabaseRoleError, type RoleUrls } from './role-account.js';
import { loginSteps } from './role-logins.js';

/**
 * Creates the roles of these URLs where they are missing, gives them their passwords, and grants each what
 * `TABLE_GRANTS` says, no more and no less. Changes nothing if nothing differs. Call it after the migrations.
 *
 * @param databaseUrl of the owner of the tables
 * @returns what it did, one line for each change
 * @throws DatabaseRoleError that says what is missing, where the owner has no CREATEROLE
 */
export async function applyRoles(databaseUrl: string, urls: RoleUrls): Promise<string[]> {
  const accounts = accountsOf(urls);
  if (accounts.length === 0) return [];
  const options = dataSourceOptions({ databaseUrl, poolSize: 1, applicationName: 'rotunda-setup' });
  const dataSource = await new DataSource(options).initialize();
  try {
    return await dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
      const steps = await loginSteps(manager, databaseUrl, accounts);
      const refused = steps.filter(({ isAllowed }) => !isAllowed);
      if (refused.length > 0) throw new DatabaseRoleError(whatToRun(refused.map(({ shown }) => shown)));
      const changes: string[] = [];
      for (const { sql, change } of steps) {
        await manager.query(sql);
        changes.push(change);
      }
      for (const account of accounts) changes.push(...(await grantTo(manager, account)));
      return changes;
    });
  } finally {
    await dataSource.destroy();
  }
}

const whatToRun = (statements: string[]): string =>
  `The user of DATABASE_URL may not change roles: it has no CREATEROLE, or others made them. Run this as an ` +
  `administrator of Postgres, and then the set-up again:\n${statements.map((line) => `  ${line}`).join('\n')}`;
