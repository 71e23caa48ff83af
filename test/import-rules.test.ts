import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
let copy: string;

/** In a copy: a build or start at the same time must not see the offending files. */
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'rotunda-lint-'));
  await cp(join(root, '.oxlintrc.json'), join(copy, '.oxlintrc.json'));
});

afterAll(() => rm(copy, { recursive: true }));

/** What the linter says of a file with this import in this folder. */
async function lint(sourceFolder: string, imported: string, what = '* as probe'): Promise<string> {
  const file = join(copy, sourceFolder, 'probe.ts');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `import ${what} from '${imported}';\n`);
  const oxlint = join(root, 'node_modules', '.bin', 'oxlint');
  // A linter that finds something exits with 1, and prints it to stdout.
  const { stdout } = await run(oxlint, [file], { cwd: copy }).catch((error: { stdout: string }) => error);
  expect(stdout).toContain('1 file');
  return stdout;
}

describe('the import rules', () => {
  it.each([
    ['libs/contracts/src', '#rotunda/domain'],
    ['libs/domain/src', '#rotunda/contracts'],
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
  ])('keep %s from importing %s', async (folder, imported) => {
    expect(await lint(folder, imported)).toContain('no-restricted-imports');
  });

  it.each(['libs/tasks/src', 'libs/scraping/src', 'apps/gateway/src', 'apps/scheduler/src'])(
    'keep the connection itself from %s, and let it have the queue',
    async (folder) => {
      expect(await lint(folder, '#rotunda/messaging', '{ NatsClient }')).toContain('no-restricted-imports');
      expect(await lint(folder, '#rotunda/messaging', '{ CommandQueue }')).not.toContain('no-restricted-imports');
    },
  );

  it.each([
    ['libs/scraping/src', '#rotunda/persistence'],
    ['libs/messaging/src', 'nats'],
    ['libs/persistence/src', 'typeorm'],
    ['apps/house-scraper/src', 'playwright'],
    ['apps/house-scraper/src', '#rotunda/scraping'],
  ])('let %s import %s', async (folder, imported) => {
    expect(await lint(folder, imported)).not.toContain('no-restricted-imports');
  });
});
