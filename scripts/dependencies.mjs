import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep } from './run-step.mjs';

const stampFile = (root) => join(root, 'node_modules', '.rotunda-stamp');
const lockfile = (root) => join(root, 'package-lock.json');

/** Whether node_modules is what package-lock.json asks for. */
export function dependenciesAreThere(root) {
  if (!existsSync(lockfile(root))) return true; // An image that brings its node_modules has no need of it.
  const wanted = lockfileHash(root);
  if (existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === wanted) return true;
  if (!installedByHand(root)) return false;
  writeFileSync(stampFile(root), wanted);
  return true;
}

export async function installDependencies(root) {
  // NODE_ENV=production or --omit=dev in the environment would leave the compiler out; `npm run --silent` hides errors.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  await runStep('Installing dependencies (once)', 'npm', args, { cwd: root });
  writeFileSync(stampFile(root), lockfileHash(root));
}

const lockfileHash = (root) =>
  createHash('sha256')
    .update(readFileSync(lockfile(root)))
    .digest('hex');

/** npm writes down what it installed when it is through: where that agrees, somebody's `npm install` was good enough. */
function installedByHand(root) {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const installed = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(lockfile(root), 'utf8')).packages);
  return wanted.every(
    ([path, { version, optional }]) =>
      path === '' || (installed[path] ? installed[path].version === version : optional === true),
  );
}
