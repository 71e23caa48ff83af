import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { eventually, testFolder } from '#rotunda/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addKeys } from '../src/commands/access/keys.js';
import { addSchedules } from '../src/commands/schedules.js';
import { GatewayUnderTest } from '../../gateway/test/gateway-under-test.js';
import { type Outcome, RunningVerb } from './verbs.js';

const ROTUNDA = fileURLToPath(new URL('../../../dist/apps/cli/src/main.js', import.meta.url));
const ENDED_BY_READER = 141;
const INTERRUPTED = 130;
const PROMPT = 'Key (it is not shown): ';
const COLOUR = '\u001b[';

let gateway: GatewayUnderTest;
let folder: string;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  [gateway, folder] = await Promise.all([GatewayUnderTest.start(), testFolder()]);
  const bin = join(folder, 'bin');
  await mkdir(bin);
  await writeFile(join(bin, 'rotunda'), `#!/bin/sh\nexec '${process.execPath}' '${ROTUNDA}' "$@"\n`, { mode: 0o755 });
  env = {
    ...{ PATH: `${bin}:${process.env['PATH']}`, HOME: folder, TERM: 'xterm' },
    ROTUNDA_GATEWAY: gateway.url,
  };
  const set = (name: string): Promise<Outcome> => {
    const words = `schedules set ${name} --every 1d --task check --gateway ${gateway.url}`.split(' ');
    return new RunningVerb(addSchedules, words).outcome();
  };
  await Promise.all([set('late'), set('early')]);
});
afterAll(async () => {
  await gateway?.stop();
  await rm(folder, { recursive: true });
});

const run = async (program: string, args: string[], input = ''): Promise<{ stdout: string; stderr: string }> => {
  const running = promisify(execFile)(program, args, { env, cwd: folder });
  running.child.stdin!.end(input);
  return running;
};

/** A line of a shell at a terminal. */
class AtTerminal {
  shown = '';
  private readonly script;

  constructor(line: string) {
    this.script = spawn('script', ['--quiet', '--return', '--command', line, '/dev/null'], { env });
    this.script.stdout.on('data', (chunk: Buffer) => (this.shown += chunk.toString()));
  }

  async type(keys: string, prompt: string): Promise<void> {
    await eventually('the prompt', () => this.shown.includes(prompt));
    this.script.stdin.write(keys);
  }

  /** Its exit code. */
  async ended(): Promise<number> {
    const [code] = (await once(this.script, 'close')) as [number];
    return code;
  }
}

const isInstalled = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** The words that a shell offers after some lines, which are split as bash and zsh do it. */
const offered = async (shell: string, script: string): Promise<string[]> => {
  const { stdout, stderr } = await run(shell, ['-c', script]);
  expect(stderr).toBe('');
  return stdout.trimEnd().split('\n');
};

it('bash completes verbs, values after =, names of the gateway and files, and evaluates nothing', async () => {
  await writeFile(join(folder, 'a key'), '');
  expect(await offered('bash', BASH)).toEqual([
    ...['complete -F _rotunda rotunda', 'worker|workers', 'FAILURE', '--state=FAILURE'],
    ...['early|late', 'a key', '', 'nothing evaluated'],
  ]);
});

const BASH = `
source <(rotunda completion bash)
complete -p rotunda
after() { COMP_WORDS=(rotunda "$@") COMP_CWORD=$# && _rotunda && (IFS='|' && echo "\${COMPREPLY[*]}"); }
after worke
after tasks list --state = F
after tasks list --state=F
after schedules show ''
after login --key-file a
after tasks '$(touch evaluated)' ''
test -e evaluated || echo nothing evaluated`;

it.skipIf(!isInstalled('zsh'))('zsh completes them with what each is', async () => {
  expect(await offered('zsh', ZSH)).toEqual([
    'compdef _rotunda rotunda',
    'worker:run a worker of one chamber in this process, until it is stopped; needs NATS_URL and DATABASE_URL',
    'workers:list workers, and drain or restart them',
    ...['--state=FAILURE:', 'early:', 'late:', 'files'],
  ]);
});

/** Without its line editor: what its own functions are given. */
const ZSH = `
compdef() { print -r -- compdef "$@" }
compset() { : }
_files() { print files }
_describe() { print -rl -- \${(P)2} }
source <(rotunda completion zsh)
after() { words=(rotunda "$@") CURRENT=$(($# + 1)); _rotunda }
after worke
after tasks list --state=F
after schedules show ''
after login --key-file a`;

it('ends quietly when nobody reads on', async () => {
  const list = spawn('rotunda', ['schedules', 'list'], { env });
  list.stdout.destroy();
  const [[code], errors] = await Promise.all([once(list, 'exit'), text(list.stderr)]);
  expect({ code, errors }).toEqual({ code: ENDED_BY_READER, errors: '' });
});

it('takes a key from standard input, and at a terminal without showing it', async () => {
  const key = (await new RunningVerb(addKeys, ['keys', 'make', '--name', 'Ada', '--gateway', gateway.url]).outcome())
    .stdout;
  expect((await run('rotunda', ['login'], key)).stdout).toMatch(/^You are Ada \(look\)/);
  const asked = new AtTerminal('rotunda login');
  await asked.type(key.replace('\n', '\r'), PROMPT);
  expect(await asked.ended()).toBe(0);
  expect(asked.shown).toMatch(/^Key \(it is not shown\): \r\nYou are Ada \(look\)/);

  const interrupted = new AtTerminal('rotunda login');
  await interrupted.type('\u0003', PROMPT);
  expect(await interrupted.ended()).toBe(INTERRUPTED);
});

it('shows colours only to a terminal that has them, and to who wants them', async () => {
  const lists = new AtTerminal(
    'rotunda schedules list; echo ---; NO_COLOR=1 rotunda schedules list; echo ---; TERM=dumb rotunda schedules list',
  );
  expect(await lists.ended()).toBe(0);
  const [usual, without, dumb] = lists.shown.split('---');
  expect([usual, without, dumb].map((shown) => shown?.includes(COLOUR))).toEqual([true, false, false]);
  expect(without).toContain('early');
});
