import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startStep } from './run-step.mjs';

const SOURCE_FOLDERS = ['apps', 'libs'];
const BUILT_FROM = /\.(tsx?|css|html|svg)$/;
const SETTINGS = ['tsconfig.json', 'tsconfig.build.json', 'package.json', 'node_modules/.rotunda-stamp'];

const stampFile = (root) => join(root, 'dist', '.rotunda-stamp');

/** Whether dist/ was built from the sources as they are now. */
export function buildIsFresh(root) {
  if (!existsSync(join(root, 'tsconfig.build.json'))) return true; // An image with its own dist/ has no sources.
  return existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === fingerprint(root);
}

const BUNDLE = ['node_modules/vite/bin/vite.js', 'build', 'apps/dashboard', '--logLevel', 'warn'];
const TSC = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'];

/** @returns {Promise<void>} */
export const build = (root) => startBuild(root)();

/**
 * @param {string} root
 * @param {string} [title]
 * @param {string[]} [compile] what writes dist/, for Node to run
 * @returns {() => Promise<void>} waits for its end: see `startStep`
 */
export function startBuild(root, title = 'Building', compile = TSC) {
  const before = fingerprint(root);
  const steps = [
    startStep(title, process.execPath, compile, { cwd: root }),
    startStep('Building the dashboard', process.execPath, BUNDLE, { cwd: root }),
  ];
  return async () => {
    for (const ended of steps) await ended();
    // The fingerprint from before: what was edited during the build is built again next time.
    writeFileSync(stampFile(root), before);
  };
}

/** Of names, sizes and times, without reading any file: this runs at each start. */
function fingerprint(root) {
  const hash = createHash('sha256');
  for (const file of [...SETTINGS, ...SOURCE_FOLDERS.flatMap((folder) => sources(root, folder))]) {
    const found = statSync(join(root, file), { throwIfNoEntry: false });
    hash.update(`${file} ${found?.size} ${found?.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function sources(root, folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => BUILT_FROM.test(name) && !name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`)
    .sort();
}
