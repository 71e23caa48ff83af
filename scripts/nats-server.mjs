import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runStep, StepError } from './run-step.mjs';

const BY_HAND = 'Rotunda needs nats-server (2.9.10 or newer). Run: sudo apt-get install nats-server';

/** @param {string} program */
const isOnPath = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, program)));

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // The only question asked.
  }
}

/**
 * Makes sure that there is a nats-server: from PATH, else from the system's package manager where that needs no
 * password.
 *
 * @throws {StepError} with the one command to run
 */
export async function ensureNatsServer() {
  if (isOnPath('nats-server')) return;
  if (isOnPath('apt-get') && process.getuid?.() === 0) await installWithApt();
  else if (isOnPath('brew')) await runStep('Installing nats-server (once, brew)', 'brew', ['install', 'nats-server']);
  if (!isOnPath('nats-server')) throw new StepError(BY_HAND);
}

async function installWithApt() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runStep('Reading the package lists (once, apt-get)', 'apt-get', ['update'], { env });
  const args = ['install', '-y', '--no-install-recommends', 'nats-server'];
  await runStep('Installing nats-server (once, apt-get)', 'apt-get', args, { env });
}
