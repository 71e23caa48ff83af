import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep } from './run-step.mjs';

const stampFile = (root) => join(root, 'node_modules', '.rotunda-stamp');
const lockfile = (root) => join(root, 'package-lock.json');

/** Whether node_modules is what package-lock.json asks for. */
export function dependenciesAreThere(root) {
  if (!existsSync(lockfile(root))) return true; // An image with its own node_modules has no lockfile.
  const wanted = lockfileHash(root);
  if (existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === wanted) return true;
  if (!installedByHand(root)) return false;
  writeFileSync(stampFile(root), wanted);
  return true;
}

export async function installDependencies(root) {
  // NODE_ENV=production or --omit=dev in the environment would omit the compiler; `npm run --silent` would hide errors.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  await runStep('Installing dependencies (once)', 'npm', args, { cwd: root });
  writeFileSync(stampFile(root), lockfileHash(root));
}

const lockfileHash = (root) =>
  createHash('sha256')
    .update(readFileSync(lockfile(root)))
    .digest('hex');

/** npm records what it has installed: if that agrees with the lockfile, an `npm install` by hand was good enough. */
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
