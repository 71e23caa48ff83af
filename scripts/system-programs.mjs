import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runStep, StepError } from './run-step.mjs';

const NATS_BY_HAND = 'Rotunda needs nats-server (2.9.10 or newer). Run: sudo apt-get install nats-server';
const PROMETHEUS_BY_HAND =
  'No prometheus and promtool on PATH: the tests that need them are skipped. To run them: sudo apt-get install prometheus\n';
const SYSTEM_CHROMIUM = '/usr/bin/chromium';

/** @param {string} program */
const isOnPath = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, program)));

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // Missing or not executable: for us the same.
  }
}

/** Root on Debian or Ubuntu: the package manager needs no password. */
const mayUseApt = () => isOnPath('apt-get') && process.getuid?.() === 0;

/**
 * Makes sure that there is a nats-server on PATH: installs it if the package manager needs no password.
 *
 * @throws {StepError} with the command to run
 */
export async function ensureNatsServer() {
  if (isOnPath('nats-server')) return;
  if (mayUseApt()) await installWithApt('nats-server');
  else if (isOnPath('brew'))
    await runStep('Installing nats-server with brew (once)', 'brew', ['install', 'nats-server']);
  if (!isOnPath('nats-server')) throw new StepError(NATS_BY_HAND);
}

/**
 * Installs a Chromium if there is none: the system's, else Playwright's own. Only the Senate's second way to fetch needs
 * it, so a failure is shown but does not stop anything.
 *
 * @param {string} root where the dependencies are already installed
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
    process.stderr.write(`${error.message}\nContinuing without Chromium.\n`);
  }
}

/**
 * Installs Prometheus with its promtool, which check the alert rules and the dashboard. Only tests need them: those are
 * skipped without it. Where systemd runs, the package would also start a server on every address, so that it is left to
 * the person who wants one.
 */
export async function ensurePrometheus() {
  const isMissing = () => !isOnPath('prometheus') || !isOnPath('promtool');
  if (!isMissing()) return;
  try {
    if (mayUseApt() && !existsSync('/run/systemd/system')) await installWithApt('prometheus');
    else if (isOnPath('brew'))
      await runStep('Installing prometheus with brew (once)', 'brew', ['install', 'prometheus']);
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    process.stderr.write(`${error.message}\n`);
  }
  if (isMissing()) process.stderr.write(PROMETHEUS_BY_HAND);
}

async function installWithApt(name) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runStep('Updating the package lists with apt-get (once)', 'apt-get', ['update'], { env });
  const args = ['install', '-y', '--no-install-recommends', name];
  await runStep(`Installing ${name} with apt-get (once)`, 'apt-get', args, { env });
}

async function installWithPlaywright(root) {
  const cli = join(root, 'node_modules', 'playwright', 'cli.js');
  await runStep('Installing Chromium with Playwright (once)', process.execPath, [cli, 'install', 'chromium']);
}
