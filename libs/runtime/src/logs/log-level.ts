import type { LogLevel } from '@nestjs/common';

/** The values of `LOG_LEVEL` are Nest's names; a line has pino's, which log collectors know. */
export const PINO_LEVELS = {
  fatal: 'fatal',
  error: 'error',
  warn: 'warn',
  log: 'info',
  debug: 'debug',
  verbose: 'trace',
} as const satisfies Record<LogLevel, string>;
