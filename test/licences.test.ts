import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

interface Lockfile {
  packages: Record<string, { license?: string; dev?: boolean }>;
}
const { licenceFaults } = (await import(new URL('../scripts/licences.mjs', import.meta.url).href)) as {
  licenceFaults: (lockfile: Lockfile) => string[];
};

it('refuses a package under a licence that is not listed, unless it is only for development', () => {
  const packages = {
    '': { license: 'GPL-3.0' },
    'node_modules/good': { license: 'MIT' },
    'node_modules/either': { license: '(GPL-2.0 OR MIT)' },
    'node_modules/both': { license: 'MIT AND GPL-2.0' },
    'node_modules/@a/bad': { license: 'AGPL-3.0-only' },
    'node_modules/good/node_modules/silent': {},
    'node_modules/tool': { license: 'GPL-3.0', dev: true },
    'node_modules/toString': { license: 'toString' },
  };
  expect(licenceFaults({ packages }).map((fault) => fault.split(';')[0])).toEqual([
    'both: MIT AND GPL-2.0',
    '@a/bad: AGPL-3.0-only',
    'silent: names no licence',
    'toString: toString',
  ]);
});

it('finds nothing to refuse among what we ship', async () => {
  const lockfile = await readFile(new URL('../package-lock.json', import.meta.url), 'utf8');
  expect(licenceFaults(JSON.parse(lockfile) as Lockfile)).toEqual([]);
});
