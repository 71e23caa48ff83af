import { applyRoles, DATABASE_ROLES, type DatabaseRole } from '#rotunda/persistence';

/**
 * A test's database as each role, so that a grant that a service lacks fails the test. The names follow from the
 * database's: roles belong to the whole server, which other tests share.
 *
 * @param databaseUrl of the owner
 */
export async function databaseRoles(databaseUrl: string): Promise<Record<DatabaseRole, string>> {
  const urls = Object.fromEntries(DATABASE_ROLES.map((role) => [role, urlOf(databaseUrl, role)]));
  await applyRoles(databaseUrl, urls);
  return urls as Record<DatabaseRole, string>;
}

function urlOf(databaseUrl: string, role: DatabaseRole): string {
  const url = new URL(databaseUrl);
  url.username = `${url.pathname.slice(1)}_${role}`;
  url.password = `${role}-password`;
  return url.href;
}

/** How a gateway logs in. */
export const gatewayDatabase = ({ gateway, read }: Record<DatabaseRole, string>) => ({
  DATABASE_URL: gateway,
  DATABASE_READ_URL: read,
});
