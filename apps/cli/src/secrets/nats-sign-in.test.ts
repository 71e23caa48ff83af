import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BUCKETS, STREAMS } from '#rotunda/contracts';
import { NatsServer } from '#rotunda/embedded';
import { credentialsOf, NatsClient, natsSettings, verifyTopology } from '#rotunda/messaging';
import { readConfiguration } from '#rotunda/runtime';
import { natsServerCommand, NatsUsers, testFolder } from '#rotunda/testing';
import { ExtendedKeyUsage, ExtendedKeyUsageExtension, PemConverter, X509CertificateGenerator } from '@peculiar/x509';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeNatsCertificate } from './nats-certificate.js';
import { SecretFiles } from './secret-files.js';

const users = new NatsUsers();
/** A server that misses the client's certificate closes the connection only after the handshake: the client waits. */
const TIMES = { connectMs: 1_000, pingMs: 15_000 };
const PASSWORD = 'not-to-be-shown';
let folder: string;
const servers: NatsServer[] = [];
let closed: NatsServer;
let tls: NatsServer;
let mutual: NatsServer;

const inFolder = (name: string): string => join(folder, 'secrets', name);

async function serve(name: string, extra: string): Promise<NatsServer> {
  const server = await NatsServer.start({ dataDir: join(folder, name), command: natsServerCommand(), extra });
  servers.push(server);
  return server;
}

beforeAll(async () => {
  folder = await testFolder();
  for (const place of ['secrets', 'others']) await makeNatsCertificate(await SecretFiles.in(join(folder, place)));
  const certificate = `cert_file: "${inFolder('nats-server.pem')}", key_file: "${inFolder('nats-server.key')}"`;
  closed = await serve(
    'closed',
    users.file.replace(/^no_auth_user.*$/m, '').replace('password: "', `password: "${PASSWORD}`),
  );
  tls = await serve('tls', `tls { ${certificate} }`);
  await makeClientCertificate();
  mutual = await serve('mutual', `tls { ${certificate}, ca_file: "${inFolder('client.pem')}", verify: true }`);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await rm(folder, { recursive: true });
});

/** Signed by itself: the server trusts this one certificate. */
async function makeClientCertificate(): Promise<void> {
  const signingAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await webcrypto.subtle.generateKey(signingAlgorithm, true, ['sign', 'verify']);
  const extensions = [new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth])];
  const own = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=client',
    keys,
    signingAlgorithm,
    extensions,
  });
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  const files = await SecretFiles.in(join(folder, 'secrets'));
  await files.write('client.pem', own.toString('pem'));
  await files.write('client.key', PemConverter.encode(key, 'PRIVATE KEY'));
}

async function connect(env: Record<string, string>, name = 'scheduler'): Promise<NatsClient> {
  const settings = readConfiguration(natsSettings, env);
  return NatsClient.connect(settings.NATS_URL, name, { credentials: credentialsOf(settings, name), times: TIMES });
}

/** Null if it gets in; otherwise why not. */
async function refusal(env: Record<string, string>): Promise<string | null> {
  try {
    const client = await connect(env);
    await client.connection.flush();
    await client.close();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('signing in', () => {
  it('refuses whoever has no, or a wrong, key or password, and says which settings to set', async () => {
    const NATS_URL = closed.url;
    const wrong = [
      {},
      { NATS_NKEY_SEED: new NatsUsers().seedOf('scheduler') },
      { NATS_USER: 'local', NATS_PASSWORD: 'wrong' },
    ];
    for (const env of wrong)
      expect(await refusal({ NATS_URL, ...env })).toMatch(/refuses the credentials.*NATS_NKEY_SEED_FILE/);
    expect(await refusal({ NATS_URL, NATS_NKEY_SEED: users.seedOf('scheduler') })).toBeNull();
  });

  it('takes a user and password from its settings, or from the URL', async () => {
    const [, password] = /password: "(.+)"/.exec(await readFile(join(folder, 'closed', 'nats-server.conf'), 'utf8'))!;
    expect(await refusal({ NATS_URL: closed.url, NATS_USER: 'local', NATS_PASSWORD: password! })).toBeNull();
    expect(await refusal({ NATS_URL: closed.url.replace('//', `//local:${password}@`) })).toBeNull();
  });

  it('ends the start where the user lacks a right, instead of trying for ever', async () => {
    const client = await connect({ NATS_URL: closed.url, NATS_NKEY_SEED: users.seedOf('scheduler') });
    await expect(verifyTopology(client, 'gateway')).rejects.toThrow(/NATS denies .*CONSUMER\.INFO\.TASKS/);
    await expect(client.stored(STREAMS.deadLetters, 1)).rejects.toThrow(
      /NATS denies .*MSG\.GET\.DEAD_LETTERS.*secrets make/,
    );
    await expect(client.publish(`$KV.${BUCKETS.claims}.x`, '{}')).rejects.toMatchObject({ name: 'NatsAccessError' });
    await client.close();
  });

  it('shows no secret in the complaint about a setting', () => {
    const read = (env: Record<string, string>) => () => credentialsOf(readConfiguration(natsSettings, env), 'x');
    const seed = users.seedOf('gateway');
    expect(read({ NATS_NKEY_SEED: PASSWORD })).toThrow(/NATS_NKEY_SEED: it has no nkey seed/);
    expect(read({ NATS_NKEY_SEED: PASSWORD })).not.toThrow(PASSWORD);
    expect(read({ NATS_CA: '/a/file.pem' })).toThrow(/NATS_CA: not PEM text.*_FILE/);
    expect(read({ NATS_NKEY_SEED: seed, NATS_USER: 'u' })).toThrow('use one');
    expect(read({ NATS_PASSWORD: PASSWORD })).toThrow('NATS_USER is not');
  });
});

describe('TLS', () => {
  it('trusts the authority it is given, and no other', async () => {
    const NATS_URL = tls.url;
    expect(await refusal({ NATS_URL, NATS_CA_FILE: inFolder('nats-ca.pem') })).toBeNull();
    const others = join(folder, 'others', 'nats-ca.pem');
    expect(await refusal({ NATS_URL, NATS_CA_FILE: others })).toMatch(/TLS connection to NATS failed.*NATS_CA_FILE/);
    expect(await refusal({ NATS_URL })).toMatch(/TLS connection to NATS failed/);
  });

  it('sends nothing to a server without TLS', async () => {
    expect(await refusal({ NATS_URL: closed.url, NATS_CA_FILE: inFolder('nats-ca.pem') })).toMatch(/ask for TLS/);
    expect(await refusal({ NATS_URL: closed.url.replace('nats:', 'tls:') })).toMatch(/ask for TLS/);
  });

  it('shows a certificate of its own where the server asks for one', async () => {
    const env = { NATS_URL: mutual.url, NATS_CA_FILE: inFolder('nats-ca.pem') };
    expect(await refusal(env)).not.toBeNull();
    const certificate = { NATS_CERT_FILE: inFolder('client.pem') };
    expect(await refusal({ ...env, ...certificate })).toContain('NATS_CERT and NATS_KEY need');
    expect(await refusal({ ...env, ...certificate, NATS_KEY_FILE: inFolder('client.key') })).toBeNull();
  });
});
