import { type ChildProcess, spawn } from 'node:child_process';
import { onServerProcess } from '#rotunda/embedded';

/** Waits for the end of its input, which comes when our process ends, however it ends; then kills the given process. */
const GUARD = 'read -r _; kill -s "$1" "$0" 2>/dev/null';

/**
 * Ends the process when ours ends. Hooks that stop it don't run where a test's process was killed, and may miss one
 * that a test started before it ran out of time.
 *
 * @param signal TERM for a program that must end its own children
 */
export function endsWithUs(child: ChildProcess, signal: 'KILL' | 'TERM' = 'KILL'): void {
  // The start failed, which is reported to the caller.
  if (child.pid === undefined) return;
  const args = ['-c', GUARD, String(child.pid), signal];
  const guard = spawn('sh', args, { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  guard.unref();
  (guard.stdin as unknown as { unref(): void }).unref();
  guard.stdin.on('error', () => undefined);
  // Kill the guard, or it would kill whatever process has the pid by then.
  child.once('exit', () => guard.kill('SIGKILL'));
}

onServerProcess(endsWithUs);
