import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));

/** A folder, and what a file in it imports. */
const FORBIDDEN: readonly [folder: string, imported: string][] = [
  ['libs/contracts/src', '#rotunda/domain'],
  ['libs/domain/src', '#rotunda/contracts'],
  ['libs/domain/src', '#rotunda/contracts/light'],
  ['libs/runtime/src', '#rotunda/messaging'],
  ['libs/messaging/src', '#rotunda/persistence'],
  ['libs/persistence/src', '#rotunda/messaging'],
  ['libs/tasks/src', '#rotunda/persistence'],
  ['libs/tasks/src', 'nats'],
  ['libs/scraping/src', 'typeorm'],
  ['libs/scraping/src', 'playwright'],
  ['apps/gateway/src', '../../scheduler/src/scheduler.js'],
  ['apps/gateway/src', '../../../libs/tasks/src/index.js'],
  ['apps/gateway/src', '#rotunda/testing'],
  ['apps/gateway/src', 'playwright'],
  ['apps/house-scraper/src', 'pg'],
  ['apps/gateway/src', 'pdfkit'],
  ['apps/stand-ins/src/house', '#rotunda/scraping'],
  ['libs/persistence/src/rows', '../lineage/relink.js'],
  ['libs/persistence/src/lineage', '../decisions/reviews.js'],
  ['libs/tasks/src/state', '../queue/task-store.js'],
  ['libs/tasks/src/a-new-room', '../queue/task-store.js'],
  ['apps/gateway/src/tasks/lookup', '../commands/commands.js'],
  ['apps/gateway/src/schedules', '../tasks/lists/task-counts.js'],
  ['apps/house-scraper/src/parse/rows', '../parse-ptr.js'],
];
const ALLOWED: readonly [folder: string, imported: string][] = [
  ['libs/scraping/src', '#rotunda/persistence'],
  ['libs/messaging/src', 'nats'],
  ['libs/messaging/src', '#rotunda/contracts/light'],
  ['libs/persistence/src', 'typeorm'],
  ['apps/house-scraper/src', 'playwright'],
  ['apps/house-scraper/src', '#rotunda/scraping'],
  ['libs/tasks/src/queue', '../state/claim.js'],
  ['apps/gateway/src/schedules', '../tasks/commands/commands.js'],
  ['libs/tasks/src/state', '../settings.js'],
  ['libs/tasks/src', './queue/task-store.js'],
  ['apps/house-scraper/src/parse/thread', '../parse-ptr.js'],
];

const CONNECTIONLESS = ['libs/tasks/src', 'libs/scraping/src', 'apps/gateway/src', 'apps/scheduler/src'];

let copy: string;
/** The rules that each file broke, by its path. */
let broken: Map<string, string[]>;

/** Not in the sources themselves: what compiles or starts them meanwhile must not see the offending files. */
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'rotunda-lint-'));
  for (const path of ['.oxlintrc.json', 'scripts/import-rules.mjs']) await cp(join(root, path), join(copy, path));
  for (const [folder, imported] of [...FORBIDDEN, ...ALLOWED]) {
    await write(probe(folder, imported), `import * as probe from '${imported}';\nexport { probe };\n`);
  }
  for (const folder of CONNECTIONLESS) {
    await write(`${folder}/connection.ts`, `import { NatsClient } from '#rotunda/messaging';\n`);
    await write(`${folder}/queue.ts`, `import { CommandQueue } from '#rotunda/messaging';\n`);
  }
  await write('libs/domain/src/round.ts', `import type { About } from './about.js';\nexport type Round = About;\n`);
  await write('libs/domain/src/about.ts', `import type { Round } from './round.js';\nexport type About = Round;\n`);
  broken = await lint();
});

afterAll(() => rm(copy, { recursive: true }));

const probe = (folder: string, imported: string): string => `${folder}/${imported.replaceAll(/\W/g, '_')}.ts`;

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(copy, path)), { recursive: true });
  await writeFile(join(copy, path), text);
}

async function lint(): Promise<Map<string, string[]>> {
  const oxlint = join(root, 'node_modules', '.bin', 'oxlint');
  // A linter that finds something exits with 1, and says it on stdout.
  const { stdout } = await run(oxlint, ['--format=json'], { cwd: copy }).catch((error: { stdout: string }) => error);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; code: string }[] };
  const rules = new Map<string, string[]>();
  for (const { filename, code } of diagnostics) rules.set(filename, [...(rules.get(filename) ?? []), code]);
  return rules;
}

describe('the import rules', () => {
  it.each(FORBIDDEN)('keep %s from importing %s', (folder, imported) => {
    expect(broken.get(probe(folder, imported))).toContain('rotunda(import-rules)');
  });

  it.each(ALLOWED)('let %s import %s', (folder, imported) => {
    expect(broken.get(probe(folder, imported)) ?? []).not.toContain('rotunda(import-rules)');
  });

  it.each(CONNECTIONLESS)('keep the connection itself from %s, and let it have the queue', (folder) => {
    expect(broken.get(`${folder}/connection.ts`)).toContain('rotunda(import-rules)');
    expect(broken.get(`${folder}/queue.ts`) ?? []).not.toContain('rotunda(import-rules)');
  });

  it('find a circle of types', () => {
    expect(broken.get('libs/domain/src/round.ts')).toContain('import(no-cycle)');
  });
});
