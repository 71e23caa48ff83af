import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TaskState, WorkerState } from '#rotunda/contracts';
import { eventually } from '#rotunda/testing';
import { step } from '../compose/steps.js';
import { Machine, whyNoMachine } from './machine.js';

/**
 * `npm run test:systemd` installs Rotunda on a machine of its own with a real systemd, and runs the units there against
 * the stand-in sites: a frozen worker, new settings under a running task, a drained worker, an upgrade, an uninstallation.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const KEY = '/var/lib/rotunda-setup/admin-key';
const [HOUSE, SECOND, SENATE] = ['rotunda-house@1', 'rotunda-house@2', 'rotunda-senate@1'];
const SITES = { house: 8090, senate: 8091, media: 8092 };
const SETTINGS = [
  `HOUSE_BASE_URL=http://127.0.0.1:${SITES.house}`,
  `SENATE_BASE_URL=http://127.0.0.1:${SITES.senate}`,
  `SENATE_MEDIA_URL=http://127.0.0.1:${SITES.media}`,
  ...['HOUSE_REQUEST_INTERVAL_MS=300', 'SENATE_REQUEST_INTERVAL_MS=50', 'ROTUNDA_ACCEPT_TERMS=true'],
  // Its sandbox must work inside that of the unit.
  'SENATE_FETCH=browser',
];
const WINDOW = { start_date: '2026-04-01', end_date: '2026-06-12' };

process.exitCode = await main();

async function main(): Promise<number> {
  const reason = await whyNoMachine();
  if (reason !== null) {
    process.stderr.write(`${reason}\n`);
    return 1;
  }
  const folder = await mkdtemp('/var/tmp/rotunda-package-');
  const install = join(folder, 'package/deploy/systemd/install.sh');
  let machine: Machine | undefined;
  try {
    await step('a package is built', () =>
      promisify(execFile)(join(ROOT, 'deploy/systemd/install.sh'), ['--package', join(folder, 'package')]),
    );
    machine = await step('systemd boots', () => Machine.boot());
    await tryAll(machine, install);
    return 0;
  } catch (error) {
    process.stdout.write(`${String((error as Error).stack)}\n`);
    process.stdout.write(`${await machine?.run("journalctl --no-pager -o cat -n 60 -u 'rotunda*'")}\n`);
    return 1;
  } finally {
    await machine?.end();
    await rm(folder, { recursive: true });
  }
}

async function tryAll(machine: Machine, install: string): Promise<void> {
  await step('install.sh installs and starts all', () => machine.run(install));
  await step('without a key the gateway answers nothing but its health', async () => {
    assert.equal(await machine.run('curl -s -o /dev/null -w "%{http_code}" 127.0.0.1:8080/api/v1/workers'), '401');
    assert.equal(
      await machine.run(`stat -L -c %a ${KEY} /etc/rotunda/secrets/gateway.nk /etc/rotunda/rotunda.env`),
      '600\n600\n600',
    );
    assert.equal(await machine.run('runuser -u nobody -- cat /etc/rotunda/rotunda.env; true'), '');
  });
  await step('a reload gives all services their new settings', () => useStandIns(machine));
  await step('both chambers are scraped, the Senate’s by Chromium in its sandbox', () => scrapeBoth(machine));
  await step('a frozen worker is killed by the watchdog and started again', () => freeze(machine));
  await step('a reload lets the running task end, and starts the worker with its new settings', () => reload(machine));
  await step('a second worker starts; drained, it stays down', () => drain(machine));
  const before = await documents(machine);
  await step('install.sh again is an upgrade: settings, secrets and data stay', async () => {
    const secrets = await machine.run('cat /etc/rotunda/secrets/* /etc/rotunda/*.env | sha256sum');
    await machine.run(install);
    assert.equal(await machine.run('cat /etc/rotunda/secrets/* /etc/rotunda/*.env | sha256sum'), secrets);
    assert.deepEqual(await documents(machine), before);
  });
  await step('uninstall.sh leaves nothing that runs, and the data', async () => {
    await machine.run('/opt/rotunda/deploy/systemd/uninstall.sh');
    assert.equal(
      await machine.run(
        "systemctl list-units --all --no-legend 'rotunda*'; systemctl list-unit-files --no-legend 'rotunda*'; true",
      ),
      '',
    );
    assert.equal(await machine.run('ls -d /opt/rotunda* /usr/local/bin/rotunda 2>/dev/null; true'), '');
    await machine.run('test -e /var/lib/rotunda/postgres/data/PG_VERSION');
  });
  await step('a new installation goes on with these data', async () => {
    await machine.run(install);
    assert.deepEqual(await documents(machine), before);
  });
  await step('uninstall.sh --purge-data removes them too', async () => {
    await machine.run('/opt/rotunda/deploy/systemd/uninstall.sh --purge-data');
    assert.equal(
      await machine.run('ls -d /etc/rotunda /var/lib/rotunda* /var/lib/private/rotunda* 2>/dev/null; true'),
      '',
    );
  });
}

async function useStandIns(machine: Machine): Promise<void> {
  const ports = `--port ${SITES.house} --senate-port ${SITES.senate} --senate-media-port ${SITES.media}`;
  await machine.run(`systemd-run --quiet --unit sites node ${ROOT}/dist/apps/stand-ins/src/main.js ${ports}`);
  await machine.run(`printf '%s\\n' ${SETTINGS.join(' ')} >> /etc/rotunda/rotunda.env`);
  const units = ['rotunda-gateway', 'rotunda-scheduler', HOUSE, SENATE];
  const before = await Promise.all(units.map((unit) => machine.property(unit, 'MainPID')));
  await machine.run('systemctl reload rotunda.target');
  await Promise.all(units.map((unit, i) => restarted(machine, unit, before[i]!)));
}

async function scrapeBoth(machine: Machine): Promise<void> {
  for (const chamber of ['house', 'senate']) {
    const { state, error } = await ended(machine, await scrape(machine, chamber));
    assert.deepEqual([state, error], ['SUCCESS', undefined]);
  }
}

async function freeze(machine: Machine): Promise<void> {
  // Two minutes are long for a test; a unit that runs takes this at its next start.
  await machine.run(`mkdir -p /run/systemd/system/rotunda-house@.service.d
    printf '[Service]\\nWatchdogSec=5s\\n' > /run/systemd/system/rotunda-house@.service.d/99-test.conf
    systemctl daemon-reload && systemctl restart ${HOUSE}`);
  const pid = await machine.property(HOUSE, 'MainPID');
  await machine.run(`kill -STOP ${pid}`);
  await restarted(machine, HOUSE, pid);
  const told = await machine.run(`journalctl --no-pager -o cat -u ${HOUSE}`);
  assert.match(told, /Watchdog timeout/);
  await machine.run('rm -r /run/systemd/system/rotunda-house@.service.d && systemctl daemon-reload');
}

async function reload(machine: Machine): Promise<void> {
  const pid = await machine.property(HOUSE, 'MainPID');
  const id = await scrape(machine, 'house', { start_date: '2025-01-01', end_date: '2025-12-31' });
  await eventually('the task to run', async () => (await task(machine, id)).state === 'STARTED');
  await machine.run(`echo WORKER_CONCURRENCY=3 >> /etc/rotunda/house.env && systemctl reload ${HOUSE}`);
  const { state, attempts } = await ended(machine, id);
  assert.deepEqual([state, attempts.length], ['SUCCESS', 1]);
  await restarted(machine, HOUSE, pid);
  const worker = await machine.property(HOUSE, 'MainPID');
  await machine.run(`grep -qz '^WORKER_CONCURRENCY=3$' /proc/${worker}/environ`);
}

async function drain(machine: Machine): Promise<void> {
  await machine.run(`systemctl start ${SECOND}`);
  const pid = await machine.property(SECOND, 'MainPID');
  const second = await eventually('the second worker', async () =>
    (await workers(machine)).find((worker) => worker.pid === Number(pid)),
  );
  await machine.run(`ROTUNDA_KEY_FILE=${KEY} rotunda workers drain ${second.id}`);
  await eventually('it to end', async () => (await machine.property(SECOND, 'ActiveState')) === 'inactive');
  // A unit that waits for its restart is "activating".
  assert.match(await machine.run(`journalctl --no-pager -o cat -u ${SECOND}`), /Deactivated successfully/);
}

async function restarted(machine: Machine, unit: string, before: string): Promise<void> {
  await eventually(`${unit} to be started again`, async () => {
    const [state, pid] = await Promise.all(['ActiveState', 'MainPID'].map((name) => machine.property(unit, name)));
    return state === 'active' && pid !== before && pid !== '0';
  });
}

async function ask<T>(machine: Machine, path: string, body?: unknown): Promise<T> {
  const data = body === undefined ? '' : `-H 'Content-Type: application/json' -d '${JSON.stringify(body)}'`;
  const answer = await machine.run(
    `curl -sf -H "Authorization: Bearer $(cat ${KEY})" ${data} http://127.0.0.1:8080/api/v1/${path}`,
  );
  return JSON.parse(answer) as T;
}

function task(machine: Machine, id: string): Promise<TaskState> {
  return ask<TaskState>(machine, `tasks/${id}`);
}

async function workers(machine: Machine): Promise<WorkerState[]> {
  return (await ask<{ workers: WorkerState[] }>(machine, 'workers')).workers;
}

async function scrape(machine: Machine, chamber: string, command: object = WINDOW): Promise<string> {
  return (await ask<{ task_id: string }>(machine, `tasks/scrape/${chamber}`, command)).task_id;
}

function ended(machine: Machine, id: string): Promise<TaskState> {
  return eventually(`task ${id} to end`, async () => {
    const state = await task(machine, id);
    return ['SUCCESS', 'FAILURE', 'REVOKED', 'RETRY'].includes(state.state) && state;
  });
}

/** What the archive has, to compare. */
function documents(machine: Machine): Promise<unknown> {
  return ask(machine, 'filings?limit=500');
}
