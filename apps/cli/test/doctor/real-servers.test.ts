import { rm, writeFile } from 'node:fs/promises';
import { webcrypto } from 'node:crypto';
import { join } from 'node:path';
import { PemConverter, X509CertificateGenerator } from '@peculiar/x509';
import { BUCKETS, STREAMS } from '#rotunda/contracts';
import { NatsServer } from '#rotunda/embedded';
import { bucketSubject } from '#rotunda/messaging';
import { examineDatabase } from '#rotunda/persistence';
import {
  createTestDatabase,
  eventually,
  natsServerCommand,
  onServer,
  startTestNats,
  TEST_ACK_WAIT_MS,
  testFolder,
  type TestDatabase,
  type TestNats,
} from '#rotunda/testing';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { RotundaApi } from '../../src/api/rotunda-api.js';
import type { Check } from '../../src/doctor/check.js';
import { nats } from '../../src/doctor/checks/nats.js';
import { postgres } from '../../src/doctor/checks/postgres.js';
import { queue } from '../../src/doctor/checks/queue.js';
import { schedules } from '../../src/doctor/checks/schedules.js';
import { workers } from '../../src/doctor/checks/workers.js';
import { examine } from '../../src/doctor/examine.js';
import { mend } from '../../src/doctor/mend.js';
import { thisInstallation } from '../../src/doctor/this-installation.js';
import { allSettings } from '../../src/settings/setting-tables.js';
import { provokes, withSettings } from './provoked.js';

let bus: TestNats;
let database: TestDatabase;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  [bus, database] = await Promise.all([startTestNats(), createTestDatabase()]);
  const topology = { TASK_ACK_WAIT_MS: String(TEST_ACK_WAIT_MS), TASKS_MAX_BYTES: '64MB' };
  env = { NATS_URL: bus.server.url, DATABASE_URL: database.url, ...topology };
});
afterAll(() => Promise.all([bus.stop(), database.drop()]));

async function installation(more: NodeJS.ProcessEnv = {}) {
  const api = new RotundaApi('http://127.0.0.1:1');
  const made = thisInstallation({
    env: { ...env, ...more },
    folder: null,
    isOffline: true,
    api,
    tables: await allSettings(),
  });
  onTestFinished(() => made.close());
  return made;
}

const codesOf = async (check: Check, more: NodeJS.ProcessEnv = {}): Promise<string[]> =>
  (await examine([check], await installation(more))).map(({ code }) => code);

it('finds nothing in NATS after the set-up; without a consumer it does, and --fix makes it anew', async () => {
  expect(await codesOf(nats)).toEqual(['well']);
  await bus.client.manager.consumers.delete(STREAMS.tasks, 'house-check');
  const broken = await installation();
  const findings = await examine([nats], broken);
  expect(findings).toMatchObject([{ code: 'topology-behind', params: { changes: 'consumer house-check created' } }]);
  const [mended] = await mend([nats], findings, broken);
  expect(mended).toMatchObject({ code: 'topology-behind', failed: null });
  expect(mended!.did).toContain('consumer house-check created');
  expect(await codesOf(nats)).toEqual(['well']);
});

it('finds a consumer that is ahead of its stream, and --fix replaces it', async () => {
  const { manager } = bus.client;
  const ahead = await installation();
  const findings = await examine([nats], {
    ...ahead,
    natsFacts: async () => ({
      ...(await ahead.natsFacts()),
      ahead: [{ stream: STREAMS.tasks, consumer: 'house-check' }],
    }),
  });
  expect(findings).toMatchObject([{ code: 'consumer-ahead' }]);
  // Only what really is ahead is replaced: this one is not.
  expect(await mend([nats], findings, ahead)).toEqual([]);
  expect((await manager.consumers.info(STREAMS.tasks, 'house-check')).name).toBe('house-check');
});

it('tells NATS and Postgres that are away, refuse us, or lack our database', async () => {
  expect(await codesOf(nats, { NATS_URL: 'nats://127.0.0.1:1' })).toEqual(['nats-unreachable']);
  expect(await codesOf(nats, { NATS_USER: 'nobody', NATS_PASSWORD: 'x' })).toEqual(['nats-refuses']);
  const url = (change: (url: URL) => void): { DATABASE_URL: string } => {
    const changed = new URL(database.url);
    change(changed);
    return { DATABASE_URL: changed.href };
  };
  expect(
    await codesOf(
      postgres,
      url((at) => (at.port = '1')),
    ),
  ).toEqual(['postgres-unreachable']);
  expect(
    await codesOf(
      postgres,
      url((at) => (at.password = 'wrong')),
    ),
  ).toEqual(['postgres-refuses']);
  expect(
    await codesOf(
      postgres,
      url((at) => (at.pathname = '/not_there')),
    ),
  ).toEqual(['database-missing']);
  expect(await codesOf(workers, { NATS_URL: 'nats://127.0.0.1:1' })).toEqual(['not-checked']);
});

it('finds an empty database and a newer one; --fix migrates', async () => {
  const empty = await createTestDatabase();
  onTestFinished(() => empty.drop());
  await onServer(empty.url, (client) => client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public'));
  const DATABASE_URL = empty.url;
  const broken = await installation({ DATABASE_URL });
  const findings = await examine([postgres], broken);
  expect(findings.map(({ code }) => code)).toContain('migrations-missing');
  expect(await mend([postgres], findings, broken)).toMatchObject([{ code: 'migrations-missing', failed: null }]);
  await onServer(empty.url, (client) =>
    client.query(`INSERT INTO migrations (timestamp, name) VALUES (9, 'AddLater9')`),
  );
  const codes = await codesOf(postgres, { DATABASE_URL });
  expect(codes).toContain('migrations-unknown');
  expect(codes).not.toContain('migrations-missing');
});

it('finds a role that is not there, transactions that wait, and the tests’ own Postgres unsafe', async () => {
  const role = new URL(database.url);
  role.username = `missing_${process.pid}`;
  const codes = await codesOf(postgres, { DATABASE_READ_URL: role.href });
  expect(codes).toEqual(expect.arrayContaining(['roles-behind', 'postgres-unsafe']));

  await onServer(database.url, async (holder) => {
    await holder.query('BEGIN; LOCK TABLE outbox IN ACCESS EXCLUSIVE MODE');
    await onServer(database.url, async (waiter) => {
      const waited = waiter.query('SELECT 1 FROM outbox');
      const blocked = await eventually('a lock to be waited for', async () => {
        const { rows } = await holder.query<{ pid: number }>(
          `SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
        );
        return rows[0];
      });
      // A doctor must not wait for a lock that it is to report.
      const facts = await examineDatabase(database.url);
      expect(facts.blocked).toMatchObject([{ pid: blocked.pid, seconds: expect.any(Number) as number }]);
      expect(facts.idle).toMatchObject([{ seconds: expect.any(Number) as number }]);
      await holder.query('COMMIT');
      await waited;
    });
  });
});

it('reads workers, schedules and the queue from NATS', async () => {
  expect(await codesOf(workers)).toEqual(['no-worker', 'no-worker']);
  await bus.client.publish(bucketSubject(BUCKETS.schedules, 'mine'), '{"cron": 5}');
  const damaged = (await examine([schedules], await installation())).find(({ code }) => code === 'schedule-damaged');
  expect(damaged!.params).toMatchObject({ schedule: 'mine', faults: expect.stringContaining('cron') as string });
  await bus.queue.publish({ chamber: 'house', name: 'scrape', id: 't-1', run: 1, body: '{}' });
  const waiting = await (await installation()).queue();
  expect(waiting).toMatchObject([{ subject: 'tasks.house.scrape', count: 1 }]);
  const later = { ...(await installation()), now: new Date(Date.now() + 3_600_000) };
  expect(await examine([queue], later)).toMatchObject([
    { code: 'queue-stuck', params: { task: 't-1', why: 'unknown' } },
  ]);
});

provokes(nats, 'nats-certificate-ends', async () => {
  const folder = await testFolder();
  const { certificate, key } = await endingCertificate(folder);
  const extra = `tls { cert_file: "${certificate}", key_file: "${key}" }`;
  const server = await NatsServer.start({ dataDir: join(folder, 'nats'), command: natsServerCommand(), extra });
  onTestFinished(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });
  return withSettings({ NATS_URL: server.url });
});

provokes(nats, 'jetstream-off', async () => {
  const folder = await testFolder();
  const extra = 'jetstream: false';
  const server = await NatsServer.start({ dataDir: join(folder, 'nats'), command: natsServerCommand(), extra });
  onTestFinished(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });
  return installation({ NATS_URL: server.url });
});

/** Ends in ten days. */
async function endingCertificate(folder: string): Promise<{ certificate: string; key: string }> {
  const signingAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await webcrypto.subtle.generateKey(signingAlgorithm, true, ['sign', 'verify']);
  const own = await X509CertificateGenerator.createSelfSigned({
    ...{ name: 'CN=nats', keys, signingAlgorithm },
    notBefore: new Date(Date.now() - 24 * 3_600_000),
    notAfter: new Date(Date.now() + 10 * 24 * 3_600_000),
  });
  const [certificate, key] = [join(folder, 'nats.pem'), join(folder, 'nats.key')];
  await writeFile(certificate, own.toString('pem'));
  await writeFile(key, PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY'));
  return { certificate, key };
}
