import { ConfigurationError } from '#rotunda/runtime';
import type { CleanedEnv } from 'envalid';
import { type ConnectionOptions, nkeyAuthenticator, type TlsOptions } from 'nats';
import { inboxPrefix } from '../access/nats-users.js';
import type { natsSettings } from './settings.js';

export type NatsSettings = CleanedEnv<typeof natsSettings>;

/** How a process signs in, and how the connection is encrypted. */
export type Credentials = Pick<ConnectionOptions, 'authenticator' | 'user' | 'pass' | 'tls' | 'inboxPrefix'>;

/**
 * @param name of the service, whose inboxes only its own user may read
 * @throws ConfigurationError that says which settings don't go together
 */
export function credentialsOf(settings: NatsSettings, name: string): Credentials {
  const tls = tlsOf(settings);
  return { ...signIn(settings, name), ...(tls && { tls }) };
}

function signIn(
  { NATS_URL, NATS_NKEY_SEED: seed, NATS_USER: user, NATS_PASSWORD: pass }: NatsSettings,
  name: string,
): Credentials {
  if (seed !== '' && user !== '') throw new ConfigurationError('NATS_NKEY_SEED and NATS_USER are both set: use one.');
  if (pass !== '' && user === '') throw new ConfigurationError('NATS_PASSWORD is set, but NATS_USER is not.');
  const own = { inboxPrefix: inboxPrefix(name) };
  if (seed !== '') return { ...own, authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)) };
  if (user !== '') return { ...own, user, pass };
  return inUrl(NATS_URL);
}

/** The client ignores a user and password in the URL (nats 2.29.3). */
function inUrl(servers: string): Credentials {
  const [, user, pass] = /\/\/([^:@/,]+):([^@/,]*)@/.exec(servers) ?? [];
  return user === undefined ? {} : { user: decodeURIComponent(user), pass: decodeURIComponent(pass ?? '') };
}

/** An empty object still makes the client refuse a server without TLS. */
function tlsOf({ NATS_URL, NATS_CA: ca, NATS_CERT: cert, NATS_KEY: key }: NatsSettings): TlsOptions | null {
  if ((cert === '') !== (key === '')) throw new ConfigurationError('NATS_CERT and NATS_KEY need each other: set both.');
  const isTls = /(^|,)\s*tls:/.test(NATS_URL) || ca !== '' || cert !== '';
  return isTls ? { ...(ca !== '' && { ca }), ...(cert !== '' && { cert, key }) } : null;
}
