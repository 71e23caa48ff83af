import { startedByNpm } from '../config.js';

const SIGNALS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;

const PARENT_POLL_MS = 250;

/** Why we have to stop: a signal, or nobody reads our output any more (`npm start | head`). */
export type StopReason = keyof typeof SIGNALS | 'closed output';

/** The exit code of a program that was stopped before it was done, by the convention of shells. */
export const interruptedExitCode = (reason: StopReason): number =>
  128 + (reason === 'closed output' ? SIGNALS.SIGHUP : SIGNALS[reason]);

/**
 * Resolves with the first request to stop. From now on no signal ends the process by itself, not even a second one:
 * under npm a Ctrl-C arrives twice, from the terminal and from npm.
 */
export function stopRequest(): Promise<StopReason> {
  return new Promise((resolve) => {
    for (const signal of Object.keys(SIGNALS) as (keyof typeof SIGNALS)[]) process.on(signal, () => resolve(signal));
    for (const output of [process.stdout, process.stderr]) output.on('error', () => resolve('closed output'));
    if (startedByNpm()) whenParentIsGone(() => resolve('SIGTERM'));
  });
}

/**
 * A SIGTERM to `npm start` ends npm and the shell in between (Debian's dash stays there), but never reaches us. Only
 * under npm: what was started with nohup must survive its shell.
 */
export function whenParentIsGone(tell: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) tell();
  }, PARENT_POLL_MS).unref();
}
