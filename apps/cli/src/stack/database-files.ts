import { randomBytes } from 'node:crypto';
import type { DatabaseRole } from '#rotunda/persistence';
import { SecretFiles } from '../secrets/secret-files.js';

/** Not from the library, which takes most of a second to load. */
const ROLES: DatabaseRole[] = ['write', 'gateway', 'read'];
const PASSWORD_BYTES = 24;
const OWNER_FILE = 'database-url';
const fileOf = (role: DatabaseRole): string => `database-${role}-url`;

/** Paths of files with the URLs of our own Postgres: as its owner, and as each role. */
export type DatabaseFiles = Record<DatabaseRole | 'owner', string>;

/**
 * Writes the files anew on each start, because the port may differ, with the passwords that are there already. Missing
 * ones are made.
 *
 * @param ownerUrl with the owner's password
 */
export async function writeDatabaseFiles(folder: string, ownerUrl: string): Promise<DatabaseFiles> {
  const files = await SecretFiles.in(folder);
  await files.write(OWNER_FILE, ownerUrl);
  for (const role of ROLES) {
    const url = new URL(ownerUrl);
    url.username = `rotunda_${role}`;
    url.password = passwordIn(await files.read(fileOf(role))) ?? randomBytes(PASSWORD_BYTES).toString('base64url');
    await files.write(fileOf(role), url.href);
  }
  const paths = ROLES.map((role) => [role, files.path(fileOf(role))] as const);
  return { owner: files.path(OWNER_FILE), ...(Object.fromEntries(paths) as Record<DatabaseRole, string>) };
}

/** Null for a missing or damaged file: then the role gets a new password. */
function passwordIn(url: string | null): string | null {
  if (url === null || !URL.canParse(url.trim())) return null;
  return new URL(url.trim()).password || null;
}
