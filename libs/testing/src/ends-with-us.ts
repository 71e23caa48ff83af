import { type ChildProcess, spawn } from 'node:child_process';
import { onServerProcess } from '#rotunda/embedded';

/** Waits for the end of its input, which is that of our process, however that came; then ends the process given. */
const GUARD = 'read -r _; kill -s "$1" "$0" 2>/dev/null';

/**
 * Ends the process when ours is gone: hooks that stop it don't run where a test's process was killed, and may have missed
 * one that a test started before it ran out of time.
 *
 * @param signal TERM for a program that has to end what it started itself
 */
export function endsWithUs(child: ChildProcess, signal: 'KILL' | 'TERM' = 'KILL'): void {
  // It can't be started: whoever started it is told.
  if (child.pid === undefined) return;
  const args = ['-c', GUARD, String(child.pid), signal];
  const guard = spawn('sh', args, { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  guard.unref();
  (guard.stdin as unknown as { unref(): void }).unref();
  guard.stdin.on('error', () => undefined);
  // First the guard, whose input ends with it: the number may be another process's by now.
  child.once('exit', () => guard.kill('SIGKILL'));
}

onServerProcess(endsWithUs);
