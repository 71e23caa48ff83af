import { readFile } from 'node:fs/promises';
import { KEYED_USERS, type KeyedUser, makeSeed, publicKeyOf, renderUsersFile } from '#rotunda/messaging';

/** Keys for the users of a test's nats-server. Whoever comes without credentials may do everything, as the tests do. */
export class NatsUsers {
  private readonly seeds = new Map(KEYED_USERS.map((user) => [user, makeSeed()]));

  /** For the server's configuration. */
  get file(): string {
    return renderUsersFile({ keyOf: (user) => publicKeyOf(this.seedOf(user)), localPassword: makeSeed() });
  }

  seedOf(user: KeyedUser): string {
    return this.seeds.get(user)!;
  }

  /** The setting with which a service signs in; none where there is no user of that name. */
  environment(service: string): Record<string, string> {
    const user = KEYED_USERS.find((name) => name === service);
    return user ? { NATS_NKEY_SEED: this.seedOf(user) } : {};
  }
}

/** @throws Error with what nats-server denied to anyone: a service lacks a right that it needs */
export async function refuseDenials(logFile: string): Promise<void> {
  const lines = (await readFile(logFile, 'utf8')).split('\n').filter((line) => / Violation /.test(line));
  if (lines.length > 0) throw new Error(`nats-server denied something; see access-table.ts:\n${lines.join('\n')}`);
}
