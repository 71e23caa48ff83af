import { X509Certificate } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publicKeyOf } from '#rotunda/messaging';
import { ApiError } from '../../api/api-error.js';
import { check, faults, where } from '../check.js';
import type { Found } from '../finding.js';
import type { Installation } from '../installation.js';

const DAY_MS = 24 * 60 * 60_000;
const SOON_DAYS = 30;
const UNAUTHORIZED = 401;
const CERTIFICATES = /-----BEGIN CERTIFICATE-----[^]+?-----END CERTIFICATE-----/g;

const FAULTS = faults({
  'secret-file-unreadable': {
    level: 'error',
    says: "{name} names {file}, which can't be read ({reason}).",
    mend: 'Give the path of a file that this user may read; rotunda secrets make <dir> writes those of NATS.',
  },
  'seed-invalid': {
    level: 'error',
    says: '{file} is not the secret key of a NATS user.',
    mend: 'Remove the file and run rotunda secrets make <dir>: it makes a new key. Then reload nats-server.',
  },
  'certificate-unreadable': {
    level: 'error',
    says: '{file} is not a certificate in PEM.',
    mend: 'Put the certificate there, or remove it and run rotunda secrets make <dir>.',
  },
  'certificate-ended': {
    level: 'error',
    says: 'The certificate in {file} ended on {end}.',
    mend: 'Renew it; where Rotunda made it, remove it, run rotunda secrets make <dir>, and restart nats-server.',
  },
  'certificate-ends-soon': {
    level: 'warning',
    says: 'The certificate in {file} ends on {end}, in {days} days.',
    mend: 'Renew it; where Rotunda made it, remove it, run rotunda secrets make <dir>, and restart nats-server.',
  },
  'key-refused': {
    level: 'error',
    says: 'The gateway refuses the key of {name}.',
    mend: 'See rotunda keys list. If no admin key is usable, rotunda keys make --direct --role admin --name me makes one.',
  },
});
type Code = keyof typeof FAULTS;

export const secrets = check({
  name: 'secrets',
  faults: FAULTS,
  async run(installation) {
    const { env } = installation;
    const named = Object.entries(env).filter(([name]) => name.endsWith('_FILE') && isOurs(name));
    const unreadable = await Promise.all(named.map(([name, file]) => unreadableFile(name, file ?? '')));
    const folder = env['SECRETS_DIR'] ?? (installation.folder && join(installation.folder, 'secrets'));
    const inFolder = folder ? (await readdir(folder).catch(() => [])).map((name) => join(folder, name)) : [];
    const paths = [...new Set([...named.map(([, file]) => file ?? ''), ...inFolder])];
    const content = await Promise.all(paths.map((file) => contentFaults(file, installation.now)));
    return [...unreadable.flat(), ...content.flat(), ...(await keyFaults(installation))];
  },
});

const isOurs = (name: string): boolean => /^(NATS|DATABASE|ROTUNDA)_/.test(name);

async function unreadableFile(name: string, file: string): Promise<Found<Code>[]> {
  const reason = await readFile(file).then(
    () => null,
    ({ code }: NodeJS.ErrnoException) => code ?? 'unknown',
  );
  return reason === null || file === '' ? [] : [{ code: 'secret-file-unreadable', params: { name, file, reason } }];
}

async function contentFaults(file: string, now: Date): Promise<Found<Code>[]> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return [];
  if (file.endsWith('.nk')) return where(!isSeed(text), 'seed-invalid', { file });
  return file.endsWith('.pem') ? certificateFaults(file, text, now) : [];
}

function isSeed(text: string): boolean {
  try {
    publicKeyOf(text.trim());
    return true;
  } catch {
    return false;
  }
}

function certificateFaults(file: string, text: string, now: Date): Found<Code>[] {
  try {
    const ends = (text.match(CERTIFICATES) ?? [text]).map((pem) => new Date(new X509Certificate(pem).validTo));
    const end = ends.toSorted((a, b) => a.getTime() - b.getTime())[0]!;
    const days = Math.floor((end.getTime() - now.getTime()) / DAY_MS);
    const params = { file, end: end.toISOString().slice(0, 10), days };
    if (days < 0) return [{ code: 'certificate-ended', params }];
    return where(days < SOON_DAYS, 'certificate-ends-soon', params);
  } catch {
    return [{ code: 'certificate-unreadable', params: { file } }];
  }
}

/** A gateway that needs no key says who asks all the same; one that is away tells nothing. */
async function keyFaults({ env, api }: Installation): Promise<Found<Code>[]> {
  const name = ['ROTUNDA_KEY_FILE', 'ROTUNDA_KEY'].find((each) => env[each]);
  if (name === undefined) return [];
  try {
    const { keys_required, role } = await api.get<{ keys_required?: boolean; role?: string | null }>('/session');
    return where(keys_required === true && !role, 'key-refused', { name });
  } catch (error) {
    return where(error instanceof ApiError && error.status === UNAUTHORIZED, 'key-refused', { name });
  }
}
