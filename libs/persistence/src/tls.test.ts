import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { chown, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  BasicConstraintsExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, eventually, onServer, testFolder, type TestDatabase } from '#rotunda/testing';
import { dataSourceOptions } from './data-source.js';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

let folder: string;
let served: string;
let database: TestDatabase;

/** The test run's Postgres, with TLS from now on: clients that don't ask for it see no difference. */
beforeAll(async () => {
  [folder, database] = await Promise.all([testFolder(), createTestDatabase()]);
  const [authority, stranger] = [await newAuthority('right'), await newAuthority('wrong')];
  await writeFile(join(folder, 'ca.pem'), authority.certificate.toString('pem'));
  await writeFile(join(folder, 'other-ca.pem'), stranger.certificate.toString('pem'));
  const [place] = await ask<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`);
  served = join(place!.folder, 'tls-test');
  const { uid, gid } = await stat(place!.folder);
  await mkdir(served);
  const { certificate, key } = await certificateOf('localhost', authority);
  for (const [name, text] of [
    ['server.pem', certificate],
    ['server.key', key],
  ] as const) {
    await writeFile(join(served, name), text, { mode: 0o600 });
    await chown(join(served, name), uid, gid);
  }
  await chown(served, uid, gid);
  await ask(`ALTER SYSTEM SET ssl_cert_file = '${served}/server.pem'`);
  await ask(`ALTER SYSTEM SET ssl_key_file = '${served}/server.key'`);
  await ask('ALTER SYSTEM SET ssl = on');
  await ask('SELECT pg_reload_conf()');
  const isOn = async (): Promise<boolean> => (await ask<{ ssl: string }>('SHOW ssl'))[0]?.ssl === 'on';
  await eventually('the server with TLS', isOn);
});
afterAll(async () => {
  for (const name of ['ssl', 'ssl_cert_file', 'ssl_key_file']) await ask(`ALTER SYSTEM RESET ${name}`);
  await ask('SELECT pg_reload_conf()');
  await database.drop();
  await rm(served, { recursive: true });
  await rm(folder, { recursive: true });
});

const ask = async <T>(sql: string): Promise<T[]> =>
  onServer(database.url, async (client) => (await client.query(sql)).rows as T[]);

interface Authority {
  certificate: X509Certificate;
  keys: webcrypto.CryptoKeyPair;
}

const newKeys = () => webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
const day = (offset: number): Date => new Date(Date.now() + offset * 24 * 60 * 60 * 1_000);

async function newAuthority(name: string): Promise<Authority> {
  const keys = await newKeys();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    ...{ name: `CN=${name}`, keys, signingAlgorithm: ALGORITHM, notBefore: day(-1), notAfter: day(1) },
    extensions: [new BasicConstraintsExtension(true, 0, true)],
  });
  return { certificate, keys };
}

async function certificateOf(host: string, authority: Authority): Promise<{ certificate: string; key: string }> {
  const keys = await newKeys();
  const certificate = await X509CertificateGenerator.create({
    ...{ subject: `CN=${host}`, issuer: authority.certificate.subject, publicKey: keys.publicKey },
    ...{ signingKey: authority.keys.privateKey, signingAlgorithm: ALGORITHM, notBefore: day(-1), notAfter: day(1) },
    extensions: [new SubjectAlternativeNameExtension([{ type: 'dns', value: host }])],
  });
  const key = PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
  return { certificate: certificate.toString('pem'), key };
}

/** Whether a service's own connection is encrypted. */
async function isEncrypted(host: string, query: string): Promise<boolean> {
  const url = new URL(database.url);
  url.hostname = host;
  url.search = query;
  const dataSource = await new DataSource(dataSourceOptions({ databaseUrl: url.href, poolSize: 1 })).initialize();
  try {
    const [row] = await dataSource.query<[{ ssl: boolean }]>(
      'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()',
    );
    return row.ssl;
  } finally {
    await dataSource.destroy();
  }
}

it('sslmode=verify-full with sslrootcert encrypts, and checks who answers', async () => {
  const root = `sslmode=verify-full&sslrootcert=${folder}`;
  expect(await isEncrypted('localhost', `${root}/ca.pem`)).toBe(true);
  await expect(isEncrypted('localhost', `${root}/other-ca.pem`)).rejects.toThrow('certificate');
  await expect(isEncrypted('localhost', 'sslmode=verify-full')).rejects.toThrow('certificate');
  await expect(isEncrypted('127.0.0.1', `${root}/ca.pem`)).rejects.toThrow(/does not match|altnames/);
  await expect(isEncrypted('localhost', `${root}/missing.pem`)).rejects.toThrow('ENOENT');
});

it('without sslmode nothing is encrypted', async () => {
  expect(await isEncrypted('127.0.0.1', '')).toBe(false);
});
