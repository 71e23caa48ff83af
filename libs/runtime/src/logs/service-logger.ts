import type { LoggerService } from '@nestjs/common';
import type { Logger as Pino } from 'pino';
import { PINO_LEVELS } from './log-level.js';
import { errorOfStack, type LoggedError, loggedError } from './logged-error.js';
import { redactedJson, redactText } from './redaction.js';

type Level = keyof typeof PINO_LEVELS;

/** Their lines (which module was created, which route mapped) are for debugging. */
const FRAMEWORK_CONTEXTS = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestMicroservice',
  'NestApplication',
]);

const STACK = /\n\s+at /;

/** Nest's logger, on pino. Nest's calls end with the context: `error(message, stack?, context?)`. */
export class ServiceLogger implements LoggerService {
  constructor(private readonly pino: Pino) {}

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write(FRAMEWORK_CONTEXTS.has(String(rest.at(-1))) ? 'debug' : 'log', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('verbose', message, rest);
  }

  /** For lines that cost something to make. */
  isEnabled(level: Level): boolean {
    return this.pino.isLevelEnabled(PINO_LEVELS[level]);
  }

  private write(level: Level, message: unknown, rest: unknown[]): void {
    if (!this.isEnabled(level)) return;
    const { context, err, texts } = partsOf([message, ...rest]);
    const msg = texts.length > 0 ? texts.map(textOf).join(' ') : err?.message;
    this.pino[PINO_LEVELS[level]]({ ...(context !== undefined && { context }), ...(err && { err }) }, msg);
  }
}

function partsOf(given: unknown[]): { context?: string; err?: LoggedError; texts: unknown[] } {
  const said = given.filter((part) => part !== undefined);
  const last = said.at(-1);
  const hasContext = said.length > 1 && typeof last === 'string' && !STACK.test(last);
  const parts = hasContext ? said.slice(0, -1) : said;
  const error = parts.find((part) => part instanceof Error);
  const stack = parts.find((part) => typeof part === 'string' && STACK.test(part)) as string | undefined;
  const err = error ? loggedError(error) : stack === undefined ? undefined : errorOfStack(stack);
  return {
    ...(hasContext && { context: last }),
    ...(err && { err }),
    texts: parts.filter((part) => part !== error && part !== stack),
  };
}

const textOf = (part: unknown): string => (typeof part === 'string' ? redactText(part) : redactedJson(part));
