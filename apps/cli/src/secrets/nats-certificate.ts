import 'reflect-metadata';
import { randomBytes, webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { isIP } from 'node:net';
import type { SecretFiles } from './secret-files.js';

const CA_FILE = 'nats-ca.pem';
const CERTIFICATE_FILE = 'nats-server.pem';
const KEY_FILE = 'nats-server.key';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
/** Nobody is there to renew it. */
const VALID_YEARS = 20;
/** The name of the compose service, and this machine. */
const HOSTS = ['nats', 'localhost', '127.0.0.1', '::1'];

/**
 * nats-server's certificate, and that of the authority which signed it, for the clients (`NATS_CA_FILE`). Certificates
 * that exist are kept, unless they lack one of the hosts. The authority's key is not kept: it signs nothing else.
 */
export async function makeNatsCertificate(files: SecretFiles, hosts: readonly string[] = []): Promise<void> {
  const wanted = [...new Set([...HOSTS, ...hosts])];
  if (await isMade(files, wanted)) return;
  const [authorityKeys, serverKeys] = await Promise.all([newKeys(), newKeys()]);
  const authority = await X509CertificateGenerator.createSelfSigned({
    ...lifetime(),
    name: 'CN=Rotunda NATS authority',
    keys: authorityKeys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  });
  const certificate = await X509CertificateGenerator.create({
    ...lifetime(),
    subject: 'CN=Rotunda NATS',
    issuer: authority.subject,
    publicKey: serverKeys.publicKey,
    signingKey: authorityKeys.privateKey,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension(wanted.map((value) => ({ type: isIP(value) ? 'ip' : 'dns', value }))),
    ],
  });
  const key = await webcrypto.subtle.exportKey('pkcs8', serverKeys.privateKey);
  await files.write(KEY_FILE, `${PemConverter.encode(key, 'PRIVATE KEY')}\n`);
  await files.write(CA_FILE, `${authority.toString('pem')}\n`);
  // Last: with it the set is complete.
  await files.write(CERTIFICATE_FILE, `${certificate.toString('pem')}\n`);
}

async function isMade(files: SecretFiles, hosts: string[]): Promise<boolean> {
  const [authority, certificate, key] = await Promise.all(
    [CA_FILE, CERTIFICATE_FILE, KEY_FILE].map((name) => files.read(name)),
  );
  if (!authority || !certificate || !key) return false;
  const names = new X509Certificate(certificate).getExtension(SubjectAlternativeNameExtension)?.names.items ?? [];
  const named = new Set(names.map(({ value }) => value));
  return hosts.every((host) => named.has(host));
}

const newKeys = (): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);

/** From yesterday, for clocks that are a little behind. */
function lifetime() {
  const notBefore = new Date(Date.now() - 24 * 60 * 60 * 1_000);
  const notAfter = new Date(notBefore);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + VALID_YEARS);
  return { serialNumber: randomBytes(16).toString('hex'), notBefore, notAfter, signingAlgorithm: ALGORITHM };
}
