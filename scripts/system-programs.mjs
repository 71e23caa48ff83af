import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runStep, StepError } from './run-step.mjs';

const NATS_BY_HAND = 'Rotunda needs nats-server (2.9.10 or newer). Run: sudo apt-get install nats-server';
const SYSTEM_CHROMIUM = '/usr/bin/chromium';

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

/** Root on Debian or Ubuntu: the package manager asks for no password. */
const mayUseApt = () => isOnPath('apt-get') && process.getuid?.() === 0;

/**
 * Makes sure that there is a nats-server: from PATH, else from the system's package manager where that needs no
 * password.
 *
 * @throws {StepError} with the one command to run
 */
export async function ensureNatsServer() {
  if (isOnPath('nats-server')) return;
  if (mayUseApt()) await installWithApt('nats-server');
  else if (isOnPath('brew')) await runStep('Installing nats-server (once, brew)', 'brew', ['install', 'nats-server']);
  if (!isOnPath('nats-server')) throw new StepError(NATS_BY_HAND);
}

/**
 * Brings a Chromium where there is none: the system's, else Playwright's own. Without one all runs but the Senate's
 * second way to fetch, so that a failure is told and nothing more.
 *
 * @param {string} root where the dependencies are installed already
 */
export async function ensureChromium(root) {
  if (process.env.CHROMIUM_PATH || existsSync(SYSTEM_CHROMIUM)) return;
  const { chromium } = await import('playwright');
  if (existsSync(chromium.executablePath())) return;
  try {
    if (mayUseApt()) await installWithApt('chromium');
    else await installWithPlaywright(root);
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    process.stderr.write(`${error.message}\nGoing on without a Chromium.\n`);
  }
}

async function installWithApt(name) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runStep('Reading the package lists (once, apt-get)', 'apt-get', ['update'], { env });
  const args = ['install', '-y', '--no-install-recommends', name];
  await runStep(`Installing ${name} (once, apt-get)`, 'apt-get', args, { env });
}

async function installWithPlaywright(root) {
  const cli = join(root, 'node_modules', 'playwright', 'cli.js');
  await runStep('Installing Chromium (once, Playwright)', process.execPath, [cli, 'install', 'chromium']);
}
