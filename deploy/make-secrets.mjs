import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes the passwords of the stack on its first start: `node make-secrets.mjs FOLDER`. Keeps existing ones, because Postgres
 * reads its password only once. Never prints one.
 *
 * - `postgres-password`: for the server (POSTGRES_PASSWORD_FILE)
 * - `database-url`: the same for the services (DATABASE_URL_FILE)
 */
const PASSWORD_BYTES = 24;

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: node make-secrets.mjs FOLDER');

/** All or nothing: half a password would lock everybody out for good. */
function write(name, value) {
  const file = join(folder, name);
  writeFileSync(`${file}.new`, value, { mode: 0o400, flush: true });
  renameSync(`${file}.new`, file);
}

const passwordFile = join(folder, 'postgres-password');
if (existsSync(passwordFile)) {
  process.stdout.write('The passwords exist already.\n');
} else {
  write('postgres-password', randomBytes(PASSWORD_BYTES).toString('hex'));
  process.stdout.write('Passwords created.\n');
}
write('database-url', `postgres://rotunda:${readFileSync(passwordFile, 'utf8')}@postgres:5432/rotunda`);
