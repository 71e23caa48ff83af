import { randomBytes } from 'node:crypto';
import { KEYED_USERS, type KeyedUser, makeSeed, publicKeyOf, renderUsersFile } from '#rotunda/messaging';
import { type SecretFiles, seedFile } from './secret-files.js';

const USERS_FILE = 'nats-users.conf';
const PASSWORD_BYTES = 24;

/**
 * The keys of all NATS users, and the server's file of users with their public keys and permissions. Keys that exist
 * are kept; the file is written anew, because its permissions are those of this version.
 *
 * @param isOpen whoever comes without credentials gets the operator's rights
 * @returns the server's file
 */
export async function makeNatsUsers(files: SecretFiles, { isOpen }: { isOpen: boolean }): Promise<string> {
  const keys = new Map<KeyedUser, string>();
  for (const user of KEYED_USERS) keys.set(user, publicKeyIn(seedFile(user), await seedOf(files, user)));
  const users = renderUsersFile({
    keyOf: (user) => keys.get(user)!,
    localPassword: isOpen ? randomBytes(PASSWORD_BYTES).toString('hex') : undefined,
  });
  await files.write(USERS_FILE, users);
  return users;
}

async function seedOf(files: SecretFiles, user: KeyedUser): Promise<string> {
  const known = await files.read(seedFile(user));
  if (known !== null) return known.trim();
  const seed = makeSeed();
  await files.write(seedFile(user), `${seed}\n`);
  return seed;
}

function publicKeyIn(file: string, seed: string): string {
  try {
    return publicKeyOf(seed);
  } catch (cause) {
    throw new Error(`${file}: ${(cause as Error).message}; remove the file, and a new key is made`, { cause });
  }
}
