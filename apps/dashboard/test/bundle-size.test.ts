import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const BUILT = fileURLToPath(new URL('../../../dist/apps/dashboard', import.meta.url));
const MOST_KB = 250;

it(`loads less than ${MOST_KB} KB, gzipped, before its first page`, () => {
  const page = readFileSync(`${BUILT}/index.html`, 'utf8');
  // Vite names the entry, all that it imports at once, and their styles.
  const files = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css|svg))"/g)].map(([, path]) => path!);
  expect(files.map((path) => path.replace(/.*\./, ''))).toEqual(expect.arrayContaining(['js', 'css', 'svg']));
  const sizes = ['/index.html', ...files].map((path) => [path, statSync(`${BUILT}${path}.gz`).size] as const);
  const bytes = sizes.reduce((sum, [, size]) => sum + size, 0);
  expect(bytes, sizes.map(([path, size]) => `${size} ${path}`).join('\n')).toBeLessThan(MOST_KB * 1_000);
});
