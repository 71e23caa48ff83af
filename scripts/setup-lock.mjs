import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 200;

/**
 * Does the work while no other process sets up the same clone: two `npm ci` in parallel destroy each other's node_modules.
 *
 * @param {string} root of the repository
 * @param {() => Promise<void>} work
 */
export async function underSetupLock(root, work) {
  const lock = join(root, '.rotunda', 'setup.lock');
  mkdirSync(dirname(lock), { recursive: true });
  for (let waits = 0; !take(lock); waits++) {
    if (waits === 0) process.stderr.write('Waiting for another Rotunda that is setting up this folder …\n');
    await delay(POLL_MS);
  }
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    removeIfStale(lock);
    return false;
  }
}

/** A process that was killed outright leaves its lock behind. */
function removeIfStale(lock) {
  const pid = Number(readIfThere(lock));
  if (pid && !isAlive(pid)) rmSync(lock, { force: true });
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return '';
    throw error;
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
