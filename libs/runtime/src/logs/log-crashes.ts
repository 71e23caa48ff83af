import type { ServiceLogger } from './service-logger.js';

const CRASHED = 1;

/** Logs what Node would print by itself, in several lines, to stderr: the error that ends the process, and its warnings. */
export function logCrashes(logger: ServiceLogger): void {
  process.on('uncaughtException', (error: unknown, origin) => {
    const cause = error instanceof Error ? error : new Error(String(error));
    logger.fatal(`crashed (${origin}): ${cause.message}`, cause, 'Process');
    process.exit(CRASHED);
  });
  process.removeAllListeners('warning');
  process.on('warning', (warning) => logger.warn(`${warning.name}: ${warning.message}`, warning, 'Process'));
}
