#!/usr/bin/env node
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootstrap, main, ROOT } from './bootstrap.mjs';
import { StepError } from './run-step.mjs';

const runsStack = (verb) => verb === 'start' || verb === 'demo';

/** `start` takes a NATS of the operator's own; the demo never does. */
function needsNatsServer([verb, ...options]) {
  if (options.includes('--help') || options.includes('-h')) return false;
  return runsStack(verb) && !(verb === 'start' && process.env.NATS_URL);
}

/** The Senate's site is asked with a Chromium where it refuses plain HTTP; the demo's stand-in does not refuse. */
const needsChromium = ([verb]) => verb === 'start' && YES.includes(process.env.ROTUNDA_ACCEPT_TERMS ?? '');
/** As the services read it. */
const YES = ['true', 't', 'yes', 'on', '1'];

const parent = process.ppid;

await main(async () => {
  const words = process.argv.slice(2);
  await bootstrap({ natsServer: needsNatsServer(words), chromium: needsChromium(words) });
  // A SIGTERM to npm ends it and the shell between, and leaves us: see stop-request.ts for what comes later.
  if (process.env.npm_lifecycle_event && process.ppid !== parent) throw new StepError('npm has ended');
  // In this very process: with a child between, a Ctrl-C would have to be told from one that npm passes on.
  const cli = join(ROOT, 'dist', 'apps', 'cli', 'src', 'main.js');
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(cli).href);
});
