import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { bootstrap, main, ROOT } from './bootstrap.mjs';

/**
 * `npm run test:chaos -- --minutes 10`: real processes, struck at random; needs the build and a nats-server. With
 * `--group 10` as many groups, struck in the middle.
 */
await main(async () => {
  await bootstrap({ natsServer: true, built: true });
  const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const isOfGroups = process.argv.some((argument) => /^--group(?:=|$)/.test(argument));
  const program = join(ROOT, 'test', 'failure', ...(isOfGroups ? ['group', 'group-main.ts'] : ['chaos', 'main.ts']));
  const args = [tsx, '--conditions=rotunda-source', program, ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  // Ctrl-C reaches the program too, which has to end what it started.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const [code] = await once(child, 'exit');
  process.exitCode = code ?? 1;
});
