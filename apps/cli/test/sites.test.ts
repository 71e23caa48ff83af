import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createTestDatabase, ServiceProcess, startTestNats, type TestDatabase, type TestNats } from '#rotunda/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROTUNDA = fileURLToPath(new URL('../../../dist/apps/cli/src/main.js', import.meta.url));
const execute = promisify(execFile);

let nats: TestNats;
let database: TestDatabase;
let gateway: ServiceProcess;

beforeAll(async () => {
  [nats, database] = await Promise.all([startTestNats(), createTestDatabase()]);
  gateway = await ServiceProcess.start('gateway', { NATS_URL: nats.server.url, DATABASE_URL: database.url });
});
afterAll(async () => {
  await gateway.stop();
  await nats.stop();
  await database.drop();
});

async function rotunda(url: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { PATH: process.env['PATH'] ?? '', ROTUNDA_URL: url };
  try {
    return { code: 0, ...(await execute(process.execPath, [ROTUNDA, ...args], { env })) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

describe('rotunda pause and resume', () => {
  it('hold the scrapes of a chamber back, and let them go on', async () => {
    const paused = await rotunda(gateway.url, 'pause', 'house', '--reason', 'they are moving');
    expect(paused).toMatchObject({ code: 0, stderr: '' });
    expect(paused.stdout).toMatch(/^house: scrapes wait: paused by an operator since 20.*: they are moving\n$/);
    expect(await rotunda(gateway.url, 'resume', 'all')).toMatchObject({
      code: 0,
      stdout: 'senate: scrapes are taken up\nhouse: scrapes are taken up\n',
    });
  });

  it('refuse a chamber that there is not', async () => {
    const { code, stderr } = await rotunda(gateway.url, 'pause', 'lords');
    expect(code).not.toBe(0);
    expect(stderr).toContain('Allowed choices are senate, house, all');
  });

  it('say where they looked for the gateway, and how to say where it is', async () => {
    const { code, stderr } = await rotunda('http://127.0.0.1:1', 'resume', 'house');
    expect(code).toBe(1);
    expect(stderr).toBe(
      'rotunda: no gateway answers at http://127.0.0.1:1; say where it is with --url or ROTUNDA_URL\n',
    );
  });
});
