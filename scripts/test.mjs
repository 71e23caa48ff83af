import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap, main, ROOT } from './bootstrap.mjs';
import { buildIsFresh, startBuild } from './build.mjs';
import { startStep, StepError } from './run-step.mjs';
import { countTests, summaryLine } from './test-report.mjs';

const NOTHING_RAN = { passed: 0, failed: 1, skipped: 0 };

/** Also runs what belongs only to `npm run test:all`: see vitest.config.ts and libs/testing/src/tiers.ts. */
const ALL_TESTS = '--all';

/** Checks the types of everything, and builds. */
const COMPILE = 'scripts/compile.mjs';

const bin = (name) => join(ROOT, 'node_modules', '.bin', name);
const check = (title, command, args) => startStep(title, command, args, { cwd: ROOT });

function startCompiler() {
  // Both check the types of what is built; the first time, that is more work than both of them later.
  if (!existsSync(join(ROOT, 'dist'))) return [startBuild(ROOT, 'Checking the types and building', [COMPILE])];
  const types = check('Checking the types', bin('tsc'), ['--noEmit']);
  return buildIsFresh(ROOT) ? [types] : [types, startBuild(ROOT)];
}

/** All checks before the first test, at the same time: the compiler has one core, and is the slowest. */
async function checkSources() {
  const compiler = startCompiler();
  const checks = [
    check('Checking the formatting', bin('oxfmt'), ['--check']),
    check('Linting', bin('oxlint'), ['--type-aware', '--deny-warnings']),
    check('Checking the types of the dashboard', bin('tsc'), ['-p', 'apps/dashboard']),
    check('Checking the dependencies', process.execPath, ['scripts/check-dependencies.mjs']),
  ];
  const faults = [];
  for (const done of [...checks, ...compiler]) await done().catch(({ message }) => faults.push(message));
  if (faults.length > 0) throw new StepError(faults.join('\n\n'));
}

/** A Ctrl-C also reaches vitest, which stops gracefully: we only have to outlive it. */
function runVitest(outputFile) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`];
  const args = process.argv.slice(2);
  const env = args.includes(ALL_TESTS) ? { ...process.env, ROTUNDA_TEST_ALL: '1' } : process.env;
  const own = args.filter((arg) => arg !== ALL_TESTS);
  const child = spawn(bin('vitest'), ['run', ...reporters, ...own], { cwd: ROOT, env, stdio: 'inherit' });
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function test() {
  const folder = mkdtempSync(join(tmpdir(), 'rotunda-vitest-'));
  try {
    const outputFile = join(folder, 'report.json');
    const exitCode = await runVitest(outputFile);
    if (!existsSync(outputFile)) return NOTHING_RAN;
    return countTests(JSON.parse(readFileSync(outputFile, 'utf8')), exitCode);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

let counts = NOTHING_RAN;
await main(async () => {
  await bootstrap({ natsServer: true, chromium: true, prometheus: true, built: false });
  await checkSources();
  counts = await test();
});
process.exitCode = counts.failed === 0 ? 0 : 1;
process.stdout.write(`${summaryLine(counts)}\n`);
