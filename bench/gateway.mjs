import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ROOT } from '../scripts/bootstrap.mjs';

/** The built program of an app. */
export const program = (app) => join(ROOT, 'dist', 'apps', app, 'src', 'main.js');

/** A gateway that is ready, without a limit of requests. */
export async function startGateway(env, port) {
  const child = spawn(process.execPath, [program('gateway')], {
    env: { PATH: process.env.PATH, HTTP_PORT: String(port), RATE_LIMIT_PER_MINUTE: '0', LOG_LEVEL: 'fatal', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return started(child, `http://127.0.0.1:${port}`, '/health/ready');
}

/** A server of a child process, once it answers at a path. */
export async function started(child, url, path) {
  const exited = once(child, 'exit');
  while (!(await fetch(url + path, { method: 'HEAD' }).catch(() => null))?.ok) {
    if (child.exitCode !== null) throw new Error(`A server exited (${child.exitCode})`);
    await delay(100);
  }
  return { url, pid: child.pid, stop: () => (child.kill(), exited) };
}
