import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const DIST = new URL('../../../dist/', import.meta.url);
const IMPORT = /^(?:import|export) (?:[\w$*{}, ]+ from )?['"]([^'"]+)['"];$/gm;
const LIBRARY = /^#rotunda\/([a-z]+)(\/light)?$/;

/** What a built file loads before it runs. */
async function importsOf(file: URL): Promise<string[]> {
  return [...(await readFile(fileURLToPath(file), 'utf8')).matchAll(IMPORT)].map(([, imported]) => imported!);
}

function fileOf(imported: string, from: URL): URL | null {
  const [, library, light] = LIBRARY.exec(imported) ?? [];
  if (library) return new URL(`libs/${library}/src/${light ? 'light' : 'index'}.js`, DIST);
  return imported.startsWith('.') ? new URL(imported, from) : null;
}

/** The packages that a file loads, each with the file of ours that asks for it. */
async function packagesOf(file: URL, seen = new Set<string>()): Promise<[name: string, by: string][]> {
  if (seen.has(file.href)) return [];
  seen.add(file.href);
  const found: [string, string][] = [];
  for (const imported of await importsOf(file)) {
    const ours = fileOf(imported, file);
    if (ours) found.push(...(await packagesOf(ours, seen)));
    else if (!imported.startsWith('node:')) found.push([imported, file.href.slice(DIST.href.length)]);
  }
  return found;
}

// class-validator alone takes longer to load than a verb to run: import '#rotunda/<lib>/light', or within the action.
it('rotunda loads only commander before a verb runs', async () => {
  const packages = await packagesOf(new URL('apps/cli/src/main.js', DIST));
  expect(packages.length).toBeGreaterThan(5);
  expect(packages.filter(([name]) => name !== 'commander')).toEqual([]);
});
