import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes the secrets of the compose stack that are missing, and gives each service its own:
 * `node make-secrets.mjs SECRETS SHARES tls|nats`. Keeps what exists, because Postgres reads its password only once.
 * Never prints a secret.
 *
 * - SECRETS: the folder of all secrets, with those of the owner of the database and of the operator
 * - SHARES: has a folder for each service, with copies of the files that this one needs
 * - `nats`: whoever comes to NATS without credentials gets the operator's rights
 */
const PASSWORD_BYTES = 24;

/** Service → its files. */
const SHARES = {
  postgres: ['postgres-password'],
  nats: ['nats-users.conf', 'nats-server.pem', 'nats-server.key'],
  gateway: ['gateway.nk', 'nats-ca.pem', 'database-gateway-url', 'database-read-url'],
  scheduler: ['scheduler.nk', 'nats-ca.pem'],
  'house-scraper': ['house-scraper.nk', 'nats-ca.pem', 'database-write-url'],
  'senate-scraper': ['senate-scraper.nk', 'nats-ca.pem', 'database-write-url'],
};

const [secrets, shares, scheme] = process.argv.slice(2);
if (!secrets || !shares || (scheme !== 'tls' && scheme !== 'nats')) {
  throw new Error('usage: node make-secrets.mjs SECRETS SHARES tls|nats (NATS_SCHEME)');
}

const read = (name) => readFileSync(join(secrets, name), 'utf8');
const makePassword = () => randomBytes(PASSWORD_BYTES).toString('hex');
const databaseUrl = (user, password) => `postgres://${user}:${password}@postgres:5432/rotunda`;

/** All or nothing: half a password would lock everybody out for good. */
function write(folder, name, value) {
  const file = join(folder, name);
  writeFileSync(`${file}.new`, value, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

function writeOnce(name, make) {
  if (!existsSync(join(secrets, name))) write(secrets, name, make());
}

writeOnce('postgres-password', makePassword);
writeOnce('database-url', () => databaseUrl('rotunda', read('postgres-password')));
for (const role of ['write', 'gateway', 'read']) {
  writeOnce(`database-${role}-url`, () => databaseUrl(`rotunda_${role}`, makePassword()));
}
const open = scheme === 'nats' ? ['--open'] : [];
execFileSync('rotunda', ['secrets', 'make', secrets, ...open], { stdio: 'inherit' });

for (const [service, names] of Object.entries(SHARES)) {
  const share = join(shares, service);
  for (const name of names) write(share, name, read(name));
  for (const name of readdirSync(share)) if (!names.includes(name)) rmSync(join(share, name));
}
process.stdout.write('Each service has its secrets.\n');
