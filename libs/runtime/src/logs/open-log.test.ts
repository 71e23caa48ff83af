import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const at = (file: string): string => JSON.stringify(new URL(file, import.meta.url).href);

/** What a service does that crashes. */
const PROGRAM = `
  const { openLog } = await import(${at('open-log.ts')});
  const { logCrashes } = await import(${at('log-crashes.ts')});
  const { Logger } = await import('@nestjs/common');
  logCrashes(await openLog('crasher'));
  process.emitWarning('old ways', 'DeprecationWarning');
  setImmediate(() => {
    for (let n = 0; n < 2_000; n++) new Logger('Loop').log('x'.repeat(100));
    ({}).missing.field;
  });
`;
const ARGS = ['--conditions=rotunda-source', '--import', 'tsx', '--input-type=module', '-e', PROGRAM];

function run(env: Record<string, string>, command = process.execPath, args = ARGS) {
  const { stdout, stderr, status } = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], TERM: 'xterm', ...env },
  });
  return { stdout, stderr, status, lines: stdout.trimEnd().split('\n') };
}

describe('a service without a terminal', () => {
  const { lines, stderr, status } = run({});
  const parsed = lines.map((line) => JSON.parse(line) as Record<string, unknown>);

  it('writes nothing but JSON lines, down to the error that ends it', () => {
    expect({ stderr, status }).toEqual({ stderr: '', status: 1 });
    expect(parsed).toHaveLength(2_002);
    expect(parsed.at(-1)).toMatchObject({
      level: 'fatal',
      service: 'crasher',
      msg: expect.stringMatching(/^crashed \(uncaughtException\): Cannot read properties of undefined/),
      err: { type: 'TypeError', stack: expect.stringContaining('\n    at ') },
    });
  });

  it("logs Node's warnings", () => {
    expect(parsed[0]).toMatchObject({ level: 'warn', msg: 'DeprecationWarning: old ways' });
  });
});

it('LOG_JSON=false writes for people', () => {
  const { lines } = run({ LOG_JSON: 'false' });
  expect(lines).toContainEqual(
    expect.stringMatching(/^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}\] INFO: crasher \[Loop\] xxx/),
  );
});

it.runIf(process.platform === 'linux')('writes for people on a terminal, in colours', () => {
  const quoted = [process.execPath, ...ARGS].map((arg) => `'${arg.replaceAll("'", `'\\''`)}'`).join(' ');
  const { stdout } = run({}, 'script', ['-qec', quoted, '/dev/null']);
  expect(stdout).toContain('\u001b[32mINFO\u001b[39m');
  expect(stdout).toContain('crashed (uncaughtException)');
});

it('a wrong LOG_LEVEL does not keep it from saying so', () => {
  expect(JSON.parse(run({ LOG_LEVEL: 'loud' }).lines.at(-1)!)).toMatchObject({ level: 'fatal' });
});
