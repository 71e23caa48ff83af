import { startedByNpm } from '../config.js';

const SIGNALS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;

const PARENT_POLL_MS = 250;

/** Why we are to end: a signal, or nobody reads our output any more (`npm start | head`). */
export type StopReason = keyof typeof SIGNALS | 'closed output';

/** The exit code of a program that was asked to end before it was through, as shells give it. */
export const interruptedExitCode = (reason: StopReason): number =>
  128 + (reason === 'closed output' ? SIGNALS.SIGHUP : SIGNALS[reason]);

/**
 * Resolves with the first request to end. From now on signals don't end the process by themselves, also later ones: a
 * Ctrl-C under npm arrives twice, from the terminal and from npm.
 */
export function stopRequest(): Promise<StopReason> {
  return new Promise((resolve) => {
    for (const signal of Object.keys(SIGNALS) as (keyof typeof SIGNALS)[]) process.on(signal, () => resolve(signal));
    for (const output of [process.stdout, process.stderr]) output.on('error', () => resolve('closed output'));
    if (startedByNpm()) whenParentIsGone(() => resolve('SIGTERM'));
  });
}

/**
 * A SIGTERM to `npm start` ends npm and the shell between (Debian's dash stays between) and never arrives here. Not for
 * those who start us by hand: a shell that ends must not take with it what was started with nohup.
 */
function whenParentIsGone(tell: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) tell();
  }, PARENT_POLL_MS).unref();
}
