import { strict as assert } from 'node:assert';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ComposeStack } from './compose-stack.js';
import { docker } from './docker-command.js';

/** What each container may read; nobody but the two that end after the start has the volume with all secrets. */
const READABLE: Record<string, string[]> = {
  gateway: ['database-gateway-url', 'database-read-url', 'gateway.nk', 'nats-ca.pem'],
  'house-scraper': ['database-write-url', 'house-scraper.nk', 'nats-ca.pem'],
  nats: ['nats-server.key', 'nats-server.pem', 'nats-users.conf'],
  postgres: ['postgres-password'],
  scheduler: ['nats-ca.pem', 'scheduler.nk'],
  'senate-scraper': ['database-write-url', 'nats-ca.pem', 'senate-scraper.nk'],
  sites: [],
};
const FOLDER = '/run/rotunda';
const PUBLIC = new Set(['nats-ca.pem', 'nats-server.pem', 'nats-users.conf']);

/** The files of the volume `secrets`, as `docker compose cp` gives them to the operator. */
export type Secrets = ReadonlyMap<string, string>;

/** @throws AssertionError where somebody else on the operator's machine could read one */
export async function takeSecrets(stack: ComposeStack): Promise<Secrets> {
  const folder = await mkdtemp(join(tmpdir(), 'rotunda-secrets-'));
  try {
    await stack.copy('setup', `${FOLDER}/.`, folder);
    const names = await readdir(folder);
    const files = names.map(async (name) => {
      assert.equal(((await stat(join(folder, name))).mode & 0o077).toString(8), '0', `others may read ${name}`);
      return [name, (await readFile(join(folder, name), 'utf8')).trim()] as const;
    });
    return new Map(await Promise.all(files));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A service that was broken into can show no other one's secrets, nor the operator's. */
export async function expectOwnSecretsOnly(stack: ComposeStack): Promise<void> {
  const containers = await stack.containers();
  assert.deepEqual(containers.map(({ service }) => service).toSorted(), Object.keys(READABLE).toSorted());
  for (const { service, id } of containers) {
    const mounts = await docker(['inspect', '--format', '{{range .Mounts}}{{.Name}} {{.Destination}}\n{{end}}', id]);
    const volumes = mounts.split('\n').filter((line) => line.startsWith(`${stack.project}_secrets`));
    const isGiven = READABLE[service]!.length > 0;
    assert.deepEqual(volumes, isGiven ? [`${stack.project}_secrets-${service} ${FOLDER}`] : []);
    // The official image of nats-server has no shell: what its volume holds is seen from outside.
    if (isGiven) assert.deepEqual(await filesIn(id), READABLE[service], service);
  }
}

async function filesIn(container: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rotunda-share-'));
  try {
    await docker(['cp', `${container}:${FOLDER}/.`, folder]);
    return (await readdir(folder)).toSorted();
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Secrets are in their files, and nowhere that people look at or pass on. */
export async function expectSecrecy(stack: ComposeStack, secrets: Secrets): Promise<void> {
  const places = {
    '`docker inspect`': await stack.inspect(),
    '`docker compose config`': await stack.description(),
    'a list of processes': await stack.processes(),
    'a log': await stack.logs(),
  };
  const values = [...secrets]
    .filter(([name]) => !PUBLIC.has(name))
    .map(([name, text]) => [name, valueOf(text)] as const);
  assert.ok(values.length >= 12, `only ${values.length} secrets`);
  for (const [place, text] of Object.entries(places)) {
    for (const [name, value] of values) assert.ok(!text.includes(value), `${place} reveals ${name}`);
  }
  const inImage = await docker(['run', '--rm', '--network', 'none', await imageOf(stack, 'gateway'), ...FIND_SECRETS]);
  assert.equal(inImage, '', 'the image holds secrets');
}

const FIND_SECRETS = ['find', '/run/rotunda', '/run/shares', '/app/deploy', '-type', 'f', '!', '-name', '*.mjs'];

const imageOf = async (stack: ComposeStack, name: string): Promise<string> =>
  (await stack.containers()).find(({ service }) => service === name)!.image;

/** The password of a URL, the first line of a key, else the whole file. */
function valueOf(text: string): string {
  if (text.startsWith('postgres:')) return new URL(text).password;
  return text.startsWith('-----BEGIN') ? text.split('\n')[1]! : text;
}
