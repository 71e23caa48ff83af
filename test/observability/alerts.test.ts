import { freePort } from '#rotunda/embedded';
import {
  createTestDatabase,
  hasPrometheus,
  ServiceProcess,
  startTestNats,
  TcpProxy,
  type TestDatabase,
  type TestNats,
} from '#rotunda/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Prometheus } from './prometheus.js';
import { inTestTime, shippedRules } from './scaled-rules.js';

/** The others take a whole stack and minutes: alerts.all.test.ts. */
describe.skipIf(!hasPrometheus())('a gateway that has lost its Postgres, and no scheduler', () => {
  const toPostgres = new TcpProxy();
  let nats: TestNats;
  let database: TestDatabase;
  let gateway: ServiceProcess;
  let prometheus: Prometheus;
  beforeAll(async () => {
    [nats, database] = await Promise.all([startTestNats(), createTestDatabase()]);
    gateway = await ServiceProcess.start('gateway', {
      NATS_URL: nats.server.url,
      ...nats.users.environment('gateway'),
      DATABASE_URL: await toPostgres.open(database.url),
    });
    const targets = [
      { job: 'rotunda-gateway', address: new URL(gateway.url).host },
      { job: 'rotunda-scheduler', address: `127.0.0.1:${await freePort()}` },
    ];
    prometheus = await Prometheus.start(targets, inTestTime(await shippedRules()));
  });
  afterAll(async () => {
    await prometheus?.stop();
    await gateway?.stop();
    await nats?.stop();
    await database?.drop();
  });

  it('fire both alerts, and no other of the gateway', async () => {
    await toPostgres.cut();
    await Promise.all([
      prometheus.fires('RotundaPostgresAway', { job: 'rotunda-gateway' }),
      prometheus.fires('RotundaServiceDown', { job: 'rotunda-scheduler' }),
    ]);
    const ofGateway = (await prometheus.alerts()).filter(({ labels }) => labels['job'] === 'rotunda-gateway');
    const known = new Set(['RotundaPostgresAway', 'RotundaNoWorker']);
    expect(ofGateway.filter(({ labels }) => !known.has(labels['alertname']!))).toEqual([]);
  });
});
