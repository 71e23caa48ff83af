import { Client, DatabaseError } from 'pg';
import type { DatabaseRole } from './grants.js';

/** The settings that name the roles; the URLs are those that the services connect with. */
export type RoleUrls = Partial<Record<DatabaseRole, string>>;

export const SETTING_OF: Record<DatabaseRole, string> = {
  write: 'DATABASE_WRITE_URL',
  gateway: 'DATABASE_GATEWAY_URL',
  read: 'DATABASE_READ_URL',
};

/** A role of Postgres that can't be used or made; the message says what to do. */
export class DatabaseRoleError extends Error {
  override readonly name = 'DatabaseRoleError';
}

/** Who logs in as a role, from its URL. */
export interface RoleAccount {
  role: DatabaseRole;
  setting: string;
  name: string;
  /** Null where Postgres asks for none, e.g. with certificates. */
  password: string | null;
}

/** Other characters are normalised in several ways, by drivers and by Postgres. */
const PRINTABLE = /^[\x20-\x7e]*$/;

/** @throws DatabaseRoleError for a URL without a user, and for two roles under one name */
export function accountsOf(urls: RoleUrls): RoleAccount[] {
  const accounts = (Object.entries(urls) as [DatabaseRole, string][]).map(([role, url]) => accountOf(role, url));
  for (const { name, setting } of accounts) {
    const other = accounts.find((account) => account.name === name && account.setting !== setting);
    if (other)
      throw new DatabaseRoleError(`${setting} and ${other.setting} name the same user ${name}: give each its own`);
  }
  return accounts;
}

function accountOf(role: DatabaseRole, url: string): RoleAccount {
  const setting = SETTING_OF[role];
  const { username, password, searchParams } = new URL(url);
  const name = searchParams.get('user') ?? decodeURIComponent(username);
  const secret = searchParams.get('password') ?? decodeURIComponent(password);
  if (name === '')
    throw new DatabaseRoleError(`${setting} has no user: give it as postgres://USER:PASSWORD@HOST/DATABASE`);
  if (!PRINTABLE.test(secret))
    throw new DatabaseRoleError(`${setting}: the password must be of printable ASCII characters`);
  return { role, setting, name, password: secret === '' ? null : secret };
}

const INVALID_PASSWORD = '28P01';

/** Whether Postgres refuses the account's password. Any other failure is for the service itself to report. */
export async function isWrongPassword(databaseUrl: string, { name, password }: RoleAccount): Promise<boolean> {
  if (password === null) return false;
  const url = new URL(databaseUrl);
  // In the query they win, and a URL of a socket has no other place for them.
  url.searchParams.set('user', name);
  url.searchParams.set('password', password);
  const client = new Client({ connectionString: url.href });
  try {
    await client.connect();
    return false;
  } catch (error) {
    if (error instanceof DatabaseError) return error.code === INVALID_PASSWORD;
    throw error;
  } finally {
    await client.end();
  }
}
