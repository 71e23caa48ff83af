#!/usr/bin/env node
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootstrap, main, ROOT } from './bootstrap.mjs';
import { needsOf } from './needs.mjs';
import { StepError } from './run-step.mjs';

const parent = process.ppid;

await main(async () => {
  await bootstrap(needsOf(process.argv.slice(2), process.env));
  // A SIGTERM to npm ends npm and the shell in between, but not us; stop-request.ts covers the time after this.
  if (process.env.npm_lifecycle_event && process.ppid !== parent) throw new StepError('npm has ended');
  // In this process: a child could not tell a Ctrl-C from one that npm passes on.
  const cli = join(ROOT, 'dist', 'apps', 'cli', 'src', 'main.js');
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(cli).href);
});
