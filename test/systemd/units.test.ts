import { execFile, execFileSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const FOLDER = fileURLToPath(new URL('../../deploy/systemd/', import.meta.url));
/** Of 100: 0 is best. */
const MOST_EXPOSED = 25;

const has = (program: string): boolean => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const without = (program: string): string => (has(program) ? '' : ` (skipped: no ${program})`);

describe.skipIf(!has('systemd-analyze'))(`the units${without('systemd-analyze')}`, () => {
  let copy: string;
  let units: string[];
  beforeAll(async () => {
    // An instance of each template, and no other units around.
    copy = await mkdtemp(join(tmpdir(), 'rotunda-units-'));
    await cp(join(FOLDER, 'units'), copy, { recursive: true });
    const names = (await readdir(copy)).filter((name) => !name.endsWith('.d'));
    units = names.map((name) => name.replace('@.', '@1.'));
    for (const name of names.filter((each) => each.includes('@.'))) {
      await cp(join(copy, name), join(copy, name.replace('@.', '@1.')));
    }
  });
  afterAll(() => rm(copy, { recursive: true }));

  it('have nothing that systemd does not know', async () => {
    const files = units.map((name) => join(copy, name));
    const { stderr } = await run('systemd-analyze', ['verify', '--man=no', '--recursive-errors=no', ...files]);
    expect(stderr.split('\n').filter((line) => line.includes('rotunda'))).toEqual([]);
  });

  it(`are sandboxed: ${MOST_EXPOSED / 10} or better`, async () => {
    const services = units.filter((name) => name.endsWith('.service'));
    expect(services).toHaveLength(7);
    for (const service of services) {
      const options = ['security', '--offline=true', `--threshold=${MOST_EXPOSED}`, '--no-pager'];
      await run('systemd-analyze', [...options, join(copy, service)]);
    }
  });
});

it.skipIf(!has('shellcheck'))(`the scripts are sound${without('shellcheck')}`, async () => {
  const scripts = ['install.sh', 'uninstall.sh', 'postgres.sh'].map((name) => join(FOLDER, name));
  const machine = fileURLToPath(new URL('machine.sh', import.meta.url));
  const { stdout } = await run('shellcheck', [...scripts, machine]).catch((error: { stdout: string }) => error);
  expect(stdout).toBe('');
});

it('keep secrets out of the environment: each is a credential, in a file', async () => {
  for (const name of await readdir(join(FOLDER, 'units'))) {
    if (!name.endsWith('.service')) continue;
    const unit = await readFile(join(FOLDER, 'units', name), 'utf8');
    const loaded = [...unit.matchAll(/^LoadCredential=([^:]+):\/etc\/rotunda\//gm)].map(([, file]) => file);
    const used = [...unit.matchAll(/%d\/(\S+)/g)].map(([, file]) => file!);
    expect(loaded, name).toEqual(expect.arrayContaining(used));
    expect(unit, name).not.toMatch(/^Environment=(NATS_NKEY_SEED|\w*DATABASE\w*_URL)=/m);
  }
});
