import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import {
  createTestDatabase,
  eventually,
  itAll,
  onServer,
  ServiceProcess,
  startTestNats,
  type TestDatabase,
  testFolder,
  type TestNats,
} from '#rotunda/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWith, faultsOf, ROOT } from './changed-build.js';
import { takeSteps } from './page-steps.js';

const run = promisify(execFile);

/** What a site showed today, and 40 days ago. */
const EVIDENCE = `
  INSERT INTO raw_documents (sha256, url, fetched_at, media_type, bytes, byte_length, is_evidence)
  SELECT lpad(days::text, 64, '0'), 'http://site.test/', now() - make_interval(days => days), 'text/html', '', 0, true
  FROM unnest(ARRAY[0, 40]) AS days`;
const ARGS = { older_than_days: 30 };

let steps: ReadonlyMap<string, string>;
let folder: string;
let nats: TestNats;
let database: TestDatabase;
let env: Record<string, string>;
let setUp: string;
let services: ServiceProcess[] = [];

/** On an installation that did not know the kind. */
beforeAll(async () => {
  steps = takeSteps(await readFile(join(ROOT, 'docs/adding-a-task.md'), 'utf8'), ROOT);
  [folder, nats, database] = await Promise.all([testFolder(), startTestNats(), createTestDatabase()]);
  env = { NATS_URL: nats.server.url, DATABASE_URL: database.url };
  await buildWith(steps, folder);
  setUp = (await rotunda('setup')).stdout;
  const start = (app: string) => ServiceProcess.start(app, env, pathToFileURL(`${folder}/`));
  services = await Promise.all(['gateway', 'house-scraper', 'senate-scraper'].map(start));
});

afterAll(async () => {
  await Promise.all(services.map((service) => service.stop()));
  await nats.stop();
  await database.drop();
  await rm(folder, { recursive: true });
});

const rotunda = (...args: string[]): Promise<{ stdout: string }> =>
  run(process.execPath, [join(folder, 'dist/apps/cli/src/main.js'), ...args], { env: { ...process.env, ...env } });

interface Answer {
  status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- of whatever shape is expected of it
  body: any;
}

async function ask(path: string, body?: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const init = body ? { method: 'POST', body: JSON.stringify(body), headers } : {};
  const answer = await fetch(`${services[0]!.url}/api/v1/${path}`, init);
  return { status: answer.status, body: await answer.json() };
}

describe('the kind of docs/adding-a-task.md, from its steps alone,', () => {
  it('is done by the House', async () => {
    await onServer(database.url, (client) => client.query(EVIDENCE));
    const { status, body } = await ask('tasks/prune/house', ARGS);
    expect({ status, message: body.message }).toEqual({ status: 202, message: 'The house’s prune is queued.' });
    const ended = await eventually('the end of the prune', async () => {
      const task = (await ask(`tasks/status/${body.task_id}`)).body;
      return ['SUCCESS', 'FAILURE', 'RETRY'].includes(task.status) ? task : null;
    });
    expect(ended).toMatchObject({ status: 'SUCCESS', result: { status: 'success', chamber: 'house', pages: 1 } });
  });

  it('is done in the foreground', async () => {
    const { stdout } = await rotunda('run', 'prune', 'house', '--args', JSON.stringify(ARGS));
    expect(JSON.parse(stdout)).toEqual({ status: 'success', chamber: 'house', pages: 0 });
  });

  it('is nothing to the Senate, whose scraper is ready all the same', async () => {
    expect(setUp).toContain('consumer house-prune created');
    expect(setUp).not.toContain('senate-prune');
    const { workers } = (await ask('workers')).body as { workers: { chamber: string; tasks: string[] }[] };
    const takers = workers.filter(({ tasks }) => tasks.includes('prune')).map(({ chamber }) => chamber);
    expect({ workers: workers.length, takers }).toEqual({ workers: 2, takers: ['house'] });
    expect((await ask('tasks/prune/senate', ARGS)).status).toBe(404);
    const elsewhere = { cron: '0 4 * * *', task: 'prune', args: ARGS, chambers: ['senate'] };
    const refused = await fetch(`${services[0]!.url}/api/v1/schedules/prune`, {
      method: 'PUT',
      body: JSON.stringify(elsewhere),
      headers: { 'content-type': 'application/json' },
    });
    expect(await refused.text()).toContain('chambers must be among those that run a prune: house');
  });

  it('is checked and described by its class', async () => {
    const { registered } = (await ask('tasks/registered')).body as { registered: { name: string }[] };
    expect(registered.filter(({ name }) => name.endsWith('prune'))).toMatchObject([
      { name: 'tasks.house.prune', fields: { older_than_days: { type: 'integer', minimum: 1 } } },
    ]);
    const { status, body } = await ask('tasks/prune/house', { older_than_days: 0 });
    const message = 'older_than_days must be at least 1';
    expect({ status, errors: body.errors }).toEqual({ status: 422, errors: [{ field: 'older_than_days', message }] });
  });

  itAll('pleases the compiler', () => expect(faultsOf(steps)).toEqual([]));
});
