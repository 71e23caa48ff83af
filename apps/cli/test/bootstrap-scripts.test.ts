import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

/** The scripts run before anything is installed, so they are plain JavaScript, which the compiler does not check. */
const load = async <T>(script: string): Promise<T> =>
  (await import(new URL(`../../../scripts/${script}`, import.meta.url).href)) as T;

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}
interface TestReportScript {
  countTests(this: void, report: Report, exitCode: number): { passed: number; failed: number; skipped: number };
}
interface DependenciesScript {
  dependenciesAreThere(this: void, root: string): boolean;
}
interface BuildScript {
  buildIsFresh(this: void, root: string): boolean;
}
interface NeedsScript {
  needsOf(this: void, words: string[], env: NodeJS.ProcessEnv): { natsServer: boolean; chromium: boolean };
}
interface SetupLockScript {
  underSetupLock(this: void, root: string, work: () => Promise<void>): Promise<void>;
}

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'rotunda-bootstrap-'));
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

const REPORT: Report = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1, testResults: [] };

it('counts tests; skipped ones and todos together', async () => {
  const { countTests } = await load<TestReportScript>('test-report.mjs');
  expect(countTests(REPORT, 0)).toEqual({ passed: 7, failed: 0, skipped: 3 });
});

it('counts a file that could not be loaded, or an error outside of tests, as one that failed', async () => {
  const { countTests } = await load<TestReportScript>('test-report.mjs');
  const unloadable = { ...REPORT, testResults: [{ status: 'failed', assertionResults: [] }] };
  expect(countTests(unloadable, 1).failed).toBe(1);
  expect(countTests(REPORT, 1).failed).toBe(1);
});

async function writeLockfiles(wanted: object, installed: object): Promise<void> {
  await mkdir(join(root, 'node_modules'), { recursive: true });
  await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }));
  await writeFile(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
}

it('accepts what was installed by hand, unless a version differs or a package is missing', async () => {
  const { dependenciesAreThere } = await load<DependenciesScript>('dependencies.mjs');
  const wanted = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', optional: true } };
  await writeLockfiles(wanted, {});
  expect(dependenciesAreThere(root)).toBe(false);
  await writeLockfiles(wanted, { 'node_modules/a': { version: '1.0.1' } });
  expect(dependenciesAreThere(root)).toBe(false);
  await writeLockfiles(wanted, { 'node_modules/a': { version: '1.0.0' } });
  expect(dependenciesAreThere(root)).toBe(true);
});

it('reinstalls once the lockfile has changed', async () => {
  const { dependenciesAreThere } = await load<DependenciesScript>('dependencies.mjs');
  await writeLockfiles({ 'node_modules/a': { version: '1.0.0' } }, { 'node_modules/a': { version: '1.0.0' } });
  expect(dependenciesAreThere(root)).toBe(true);
  await writeFile(
    join(root, 'package-lock.json'),
    JSON.stringify({ packages: { 'node_modules/a': { version: '2.0.0' } } }),
  );
  expect(dependenciesAreThere(root)).toBe(false);
});

it('builds if nothing was built', async () => {
  const { buildIsFresh } = await load<BuildScript>('build.mjs');
  await writeFile(join(root, 'tsconfig.build.json'), '{}');
  for (const folder of ['apps', 'libs']) await mkdir(join(root, folder), { recursive: true });
  expect(buildIsFresh(root)).toBe(false);
});

it('lets one set up after the other', async () => {
  const { underSetupLock } = await load<SetupLockScript>('setup-lock.mjs');
  const events: string[] = [];
  const work = (name: string) => async (): Promise<void> => {
    events.push(`${name} begins`);
    await readdir(root);
    events.push(`${name} ends`);
  };
  await Promise.all([underSetupLock(root, work('first')), underSetupLock(root, work('second'))]);
  expect(events).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

it('takes over the lock of a set-up that was killed', async () => {
  const { underSetupLock } = await load<SetupLockScript>('setup-lock.mjs');
  await mkdir(join(root, '.rotunda'));
  await writeFile(join(root, '.rotunda/setup.lock'), '999999999');
  let worked = false;
  await underSetupLock(root, async () => {
    worked = true;
  });
  expect(worked).toBe(true);
});

const TERMS = { ROTUNDA_ACCEPT_TERMS: 'yes' };
it.each<[string, NodeJS.ProcessEnv, string[]]>([
  ['start', {}, ['natsServer']],
  ['start', { NATS_URL: 'nats://10.0.0.1' }, []],
  ['start --port 8081', TERMS, ['natsServer', 'chromium']],
  ['demo', { NATS_URL: 'nats://10.0.0.1', ...TERMS }, ['natsServer']],
  ['worker house', TERMS, []],
  ['worker --concurrency 1 senate', TERMS, ['chromium']],
  ['worker senate', {}, []],
  ['scheduler', TERMS, []],
  ['gateway', TERMS, []],
  ['start --help', TERMS, []],
  ['worker senate -h', TERMS, []],
])('knows what `rotunda %s` needs with %j', async (line, env, needed) => {
  const needs = (await load<NeedsScript>('needs.mjs')).needsOf(line.split(' '), env);
  expect(Object.entries(needs).flatMap(([name, isNeeded]) => (isNeeded ? [name] : []))).toEqual(needed);
});
