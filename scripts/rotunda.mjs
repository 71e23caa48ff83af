#!/usr/bin/env node
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootstrap, main, ROOT } from './bootstrap.mjs';
import { StepError } from './run-step.mjs';

const runsStack = (verb) => verb === 'start' || verb === 'demo';

/** `start` can use the operator's NATS; the demo never does. */
function needsNatsServer([verb, ...options]) {
  if (options.includes('--help') || options.includes('-h')) return false;
  return runsStack(verb) && !(verb === 'start' && process.env.NATS_URL);
}

/** The Senate's site may refuse plain HTTP, so that it takes a Chromium; the demo's stand-in does not refuse. */
const needsChromium = ([verb]) => verb === 'start' && YES.includes(process.env.ROTUNDA_ACCEPT_TERMS ?? '');
/** As the services read a boolean. */
const YES = ['true', 't', 'yes', 'on', '1'];

const parent = process.ppid;

await main(async () => {
  const words = process.argv.slice(2);
  await bootstrap({ natsServer: needsNatsServer(words), chromium: needsChromium(words) });
  // A SIGTERM to npm ends npm and the shell in between, but not us; stop-request.ts covers the time after this.
  if (process.env.npm_lifecycle_event && process.ppid !== parent) throw new StepError('npm has ended');
  // In this process: a child could not tell a Ctrl-C from one that npm passes on.
  const cli = join(ROOT, 'dist', 'apps', 'cli', 'src', 'main.js');
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(cli).href);
});
