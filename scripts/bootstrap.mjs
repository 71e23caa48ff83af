import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, buildIsFresh } from './build.mjs';
import { dependenciesAreThere, installDependencies } from './dependencies.mjs';
import { StepError } from './run-step.mjs';
import { underSetupLock } from './setup-lock.mjs';
import { ensureChromium, ensureNatsServer, ensurePrometheus } from './system-programs.mjs';

/**
 * What must be in place before any of our code can run. Plain Node, because nothing is installed yet. All messages go to
 * stderr, because the last line of stdout belongs to the command.
 */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

const OLDEST_NODE = [20, 19];

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new StepError(`Rotunda needs Node.js ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

/**
 * Installs and builds what is missing, and says so. If nothing is, it takes some milliseconds and prints nothing.
 *
 * @param {{ natsServer?: boolean, chromium?: boolean, prometheus?: boolean, built?: boolean }} needs
 * @throws {StepError}
 */
export async function bootstrap({ natsServer = false, chromium = false, prometheus = false, built = true }) {
  checkNode();
  const isComplete = () => dependenciesAreThere(ROOT) && (!built || buildIsFresh(ROOT));
  if (!isComplete()) {
    await underSetupLock(ROOT, async () => {
      if (!dependenciesAreThere(ROOT)) await installDependencies(ROOT);
      if (built && !buildIsFresh(ROOT)) await build(ROOT);
    });
  }
  if (natsServer) await ensureNatsServer();
  if (chromium) await ensureChromium(ROOT);
  if (prometheus) await ensurePrometheus();
}

/** Runs a script's work. A StepError shows just its message; any other error is a bug of ours and shows its stack. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${error instanceof StepError ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}
