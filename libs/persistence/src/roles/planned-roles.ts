import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../data-source.js';
import { grantsLacking } from './grant-statements.js';
import { accountsOf, type RoleUrls } from './role-account.js';
import { loginSteps } from './role-logins.js';

/** The lines that `applyRoles` would return now; changes nothing. @throws DatabaseRoleError */
export async function plannedRoles(databaseUrl: string, urls: RoleUrls): Promise<string[]> {
  const accounts = accountsOf(urls);
  if (accounts.length === 0) return [];
  const options = dataSourceOptions({ databaseUrl, poolSize: 1, applicationName: 'rotunda-doctor' });
  const dataSource = await new DataSource(options).initialize();
  try {
    const steps = await loginSteps(dataSource.manager, databaseUrl, accounts);
    const changes = steps.map(({ change }) => change);
    for (const account of accounts) {
      // A role that has to be made has no rights yet, and Postgres can't be asked about them.
      if (changes.includes(`role ${account.name} created`)) continue;
      if (await grantsLacking(dataSource.manager, account)) changes.push(`rights of role ${account.name} updated`);
    }
    return changes;
  } finally {
    await dataSource.destroy();
  }
}
