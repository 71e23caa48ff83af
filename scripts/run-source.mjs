import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from './bootstrap.mjs';

/**
 * Runs one of our TypeScript programs from its source, at this terminal. Its exit code becomes ours.
 *
 * @param {string} program path below the repository
 * @param {string[]} [args]
 */
export async function runSource(program, args = []) {
  const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const child = spawn(process.execPath, [tsx, '--conditions=rotunda-source', join(ROOT, program), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  // A Ctrl-C also reaches the program, which first has to stop what it started.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const [code] = await once(child, 'exit');
  process.exitCode = code ?? 1;
}
