import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { bootstrap, main, ROOT } from './bootstrap.mjs';

/** `npm run accuracy`: the comparison runs from its sources, which tests use too; only the dependencies are needed. */
await main(async () => {
  await bootstrap({ built: false });
  const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const program = join(ROOT, 'test', 'accuracy', 'main.ts');
  const child = spawn(process.execPath, [tsx, '--conditions=rotunda-source', program], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  process.exitCode = code ?? 1;
});
