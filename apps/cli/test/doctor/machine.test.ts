import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';
import { webcrypto } from 'node:crypto';
import { makeSeed } from '#rotunda/messaging';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RotundaApi } from '../../src/api/rotunda-api.js';
import { chromium, missing } from '../../src/doctor/checks/chromium.js';
import { disk, growth, spaceFaults } from '../../src/doctor/checks/disk.js';
import { files, folderFaults } from '../../src/doctor/checks/files.js';
import { machineFaults, memory } from '../../src/doctor/checks/memory.js';
import { ports } from '../../src/doctor/checks/ports.js';
import { secrets } from '../../src/doctor/checks/secrets.js';
import { settings } from '../../src/doctor/checks/settings.js';
import { versions } from '../../src/doctor/checks/versions.js';
import { settingsInEffect } from '#rotunda/runtime';
import { listenerOf } from '../../src/doctor/listener.js';
import { mend } from '../../src/doctor/mend.js';
import { allSettings } from '../../src/settings/setting-tables.js';
import { DATABASE, findingsOf, NATS, provokes, serve, sound, withSettings, worker } from './provoked.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rotunda-doctor-'));
});
afterAll(() => rm(folder, { recursive: true }));

const file = async (name: string, text: string, mode = 0o600): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text, { mode });
  await chmod(path, mode);
  return path;
};

describe('versions', () => {
  provokes(versions, 'node-too-old', { nodeVersion: '20.18.3' });
  provokes(versions, 'nats-too-old', { natsFacts: async () => ({ ...NATS, version: '2.8.4' }) });
  provokes(versions, 'nats-known-fault', { natsFacts: async () => ({ ...NATS, version: '2.9.10' }) });
  provokes(versions, 'postgres-too-old', { databaseFacts: async () => ({ ...DATABASE, version: 170_002 }) });
  provokes(versions, 'version-differs', { workers: async () => [worker('house', { version: '0.0.9' })] });
});

describe('settings', () => {
  const withEnv = (env: NodeJS.ProcessEnv) => async () => {
    const tables = await allSettings();
    return { env, settings: async () => settingsInEffect(tables, { DATABASE_URL: 'postgres://h/d', ...env }) };
  };
  provokes(settings, 'setting-invalid', withEnv({ WORKER_CONCURRENCY: 'many' }));
  provokes(settings, 'setting-invalid', withEnv({ TASK_SOFT_LIMIT_MS: '2h', TASK_HARD_LIMIT_MS: '1h' }));
  provokes(settings, 'setting-unknown', withEnv({ WORKER_CONCURENCY: '3' }));
  provokes(settings, 'setting-twice', withEnv({ SITE_CONTACT: 'a@b.c', SITE_CONTACT_FILE: '/dev/null' }));

  it('leaves the settings of other programs alone', async () => {
    const installation = await withEnv({ DATABASE_HOST: 'x', PATH: '/bin', NATS_CLUSTER_NAME: 'y' })();
    expect(await findingsOf(settings, installation)).toMatchObject([{ code: 'well' }]);
  });
});

describe('files', () => {
  provokes(files, 'secret-readable', async () => ({ env: { DATABASE_URL_FILE: await file('url', 'x', 0o644) } }));
  provokes(files, 'lock-stale', async () => {
    await file('lock', `4194304 1 ${folder}\n`);
    return { folder };
  });

  it('closes a secret to others, and removes the lock of a process that is gone', async () => {
    const secret = await file('open', 'x', 0o644);
    await file('lock', `4194304 1 ${folder}\n`);
    const installation = sound({ folder, env: { DATABASE_URL_FILE: secret } });
    const findings = await findingsOf(files, installation);
    const mended = await mend([files], findings, installation);
    expect(mended.map(({ code, failed }) => [code, failed])).toEqual([
      ['secret-readable', null],
      ['lock-stale', null],
    ]);
    expect((await stat(secret)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).not.toContain('lock');
    expect(await findingsOf(files, installation)).toMatchObject([{ code: 'well' }]);
  });

  // Root, as whom tests may run, may write anywhere.
  provokes(
    { ...files, run: async () => folderFaults(folder, { user: 1, owner: 0, closed: [folder] }) },
    'folder-not-writable',
    {},
  );
  provokes(
    { ...files, run: async () => folderFaults(folder, { user: 1, owner: 0, closed: [] }) },
    'folder-of-another',
    {},
  );
});

describe('secrets', () => {
  provokes(secrets, 'secret-file-unreadable', { env: { NATS_NKEY_SEED_FILE: '/nowhere/gateway.nk' } });
  provokes(secrets, 'seed-invalid', async () => ({
    env: { NATS_NKEY_SEED_FILE: await file('house-scraper.nk', 'SUX') },
  }));
  provokes(secrets, 'certificate-unreadable', async () => ({ env: { NATS_CA_FILE: await file('broken.pem', 'x') } }));
  provokes(secrets, 'certificate-ended', async () => ({ env: { NATS_CA_FILE: await certificate(-1) } }));
  provokes(secrets, 'certificate-ends-soon', async () => ({ env: { NATS_CA_FILE: await certificate(10) } }));
  provokes(secrets, 'key-refused', async () => {
    const { url } = await serve((_, answer) => answer.writeHead(401).end('{"detail":"unknown key"}'));
    return { env: { ROTUNDA_KEY: 'rtd_x' }, api: new RotundaApi(url, 'rtd_x') };
  });

  it('finds nothing in sound ones', async () => {
    const env = {
      NATS_NKEY_SEED_FILE: await file('gateway.nk', `${makeSeed()}\n`),
      NATS_CA_FILE: await certificate(90),
    };
    expect(await findingsOf(secrets, { env })).toMatchObject([{ code: 'well' }]);
  });
});

/** Signed by itself; ends so many days from now. */
async function certificate(days: number): Promise<string> {
  const signingAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const own = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=test',
    keys: await webcrypto.subtle.generateKey(signingAlgorithm, true, ['sign', 'verify']),
    signingAlgorithm,
    notBefore: new Date(Date.now() - 30 * 24 * 3_600_000),
    notAfter: new Date(Date.now() + days * 24 * 3_600_000),
    extensions: [new SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }])],
  });
  return file(`ends-${days}.pem`, own.toString('pem'));
}

describe('ports', () => {
  provokes(ports, 'port-taken', async () => {
    const { port } = await serve((_, answer) => answer.end('another program'));
    return { ...withSettings({ NATS_URL: `nats://127.0.0.1:${port}` }) };
  });
  provokes(ports, 'port-taken', async () => {
    const { url } = await serve((_, answer) => answer.end('another program'));
    return { api: new RotundaApi(url) };
  });
  provokes(ports, 'port-taken', async () => {
    const { port } = await serve((_, answer) => answer.end());
    return withSettings({ DATABASE_URL: `postgres://127.0.0.1:${port}/rotunda` });
  });

  it('leaves a server that hangs to the check of that server', async () => {
    const { port } = await serve((_, answer) => answer.end());
    const listener = async () => ({ pid: 1, program: 'nats-server' });
    expect(
      await findingsOf(ports, { ...withSettings({ NATS_URL: `nats://127.0.0.1:${port}` }), listener }),
    ).toMatchObject([{ code: 'well' }]);
  });

  it.runIf(process.platform === 'linux')('tells which process has it', async () => {
    const { port, url } = await serve((_, answer) => answer.end());
    expect(await listenerOf(port)).toMatchObject({ pid: process.pid });
    const [finding] = await findingsOf(ports, { api: new RotundaApi(url), listener: listenerOf });
    expect(finding!.message).toContain(`(process ${process.pid})`);
  });
});

describe('disk', () => {
  const GIB = 1024 ** 3;
  const space = { folder: '/data', free: 50 * GIB, size: 100 * GIB, freeFiles: 900, files: 1_000 };
  const judging = (run: () => ReturnType<typeof spaceFaults>) => ({ ...disk, run: async () => run() });
  provokes(
    judging(() => spaceFaults({ ...space, free: 1024 })),
    'disk-full',
    {},
  );
  provokes(
    judging(() => spaceFaults({ ...space, free: GIB })),
    'disk-low',
    {},
  );
  provokes(
    judging(() => spaceFaults({ ...space, freeFiles: 1 })),
    'inodes-low',
    {},
  );
  provokes(
    judging(() => growth({ bytes: GIB, bytesPerDay: GIB }, { free: 5 * GIB })),
    'disk-full-soon',
    {},
  );
  provokes(disk, 'database-growth', { databaseFacts: async () => DATABASE });

  it('finds nothing on a disk with room, and measures a real one', async () => {
    expect(spaceFaults(space)).toEqual([]);
    expect((await findingsOf(disk, { folder })).map(({ code }) => code)).toContain('database-growth');
  });
});

describe('memory', () => {
  const judging = (machine: Parameters<typeof machineFaults>[0], mostMb = 768) => ({
    ...memory,
    run: async () => machineFaults(machine, mostMb),
  });
  provokes(judging({ freeMb: 900, totalMb: 2_000, limitMb: null }, 150), 'memory-cap-low', {});
  provokes(judging({ freeMb: 100, totalMb: 2_000, limitMb: null }), 'memory-low', {});
  provokes(judging({ freeMb: 900, totalMb: 2_000, limitMb: 512 }), 'memory-limit-small', {});
  provokes(memory, 'worker-memory-high', { workers: async () => [worker('house', { memory_mb: 760 })] });

  it('finds nothing where there is enough', () => {
    expect(machineFaults({ freeMb: 900, totalMb: 2_000, limitMb: 1_024 }, 768)).toEqual([]);
  });
});

describe('chromium', () => {
  const judging = (way: string) => ({ ...chromium, run: async () => [missing(way, '')] });
  provokes(judging('auto'), 'chromium-missing', {});
  provokes(judging('browser'), 'chromium-needed', {});
  const CHROMIUM_PATH = '/nowhere/chromium';
  provokes(chromium, 'chromium-path-wrong', withSettings({ CHROMIUM_PATH, SENATE_FETCH: 'browser' }));
  provokes(chromium, 'chromium-broken', async () => {
    await mkdir(join(folder, 'bin'), { recursive: true });
    const path = await file('bin/chromium', '#!/bin/sh\necho "libnss3.so: not found" >&2\nexit 127\n', 0o700);
    return withSettings({ CHROMIUM_PATH: path, SENATE_FETCH: 'auto' });
  });
});
