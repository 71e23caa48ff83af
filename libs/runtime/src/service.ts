import { isatty } from 'node:tty';
import { ConsoleLogger, type DynamicModule, type LogLevel, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { CleanedEnv } from 'envalid';
import type { FastifyServerOptions } from 'fastify';
import { ConfigurationError, readConfiguration, type Settings } from './configuration.js';
import { longTimer } from './long-timer.js';

const LEVELS: LogLevel[] = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'];

/** A request body larger than this is refused: commands are small. */
const BODY_LIMIT_BYTES = 64 * 1024;

const STOP_SIGNALS = ['SIGTERM', 'SIGINT'] as const;
const STOP_WITHIN_MS = 10_000;

/** What makes a service of its configuration. */
export interface ServiceParts {
  module: Type | DynamicModule;
  /** How Fastify is made, beyond our own limits. */
  http?: FastifyServerOptions;
  /** What to set up between creation and start, e.g. pipes and the OpenAPI page. */
  prepare?: (app: NestFastifyApplication) => void | Promise<void>;
  /** The transport that brings the service its messages, built from the app's own providers. */
  transport?: (app: NestFastifyApplication) => CustomTransportStrategy;
  /** How long an orderly stop may take; after that the process ends all the same, with 1. */
  stopWithinMs?: number;
}

interface CommonConfig {
  HTTP_HOST: string;
  HTTP_PORT: number;
  LOG_LEVEL: LogLevel;
  LOG_JSON: boolean;
}

/**
 * Starts a service: its settings, HTTP (its API or just health and metrics), its transport if it has one, orderly
 * shutdown on SIGTERM and SIGINT. A start that fails says why in one line and exits with 1.
 *
 * @param name its name for people and for NATS, e.g. `house-scraper`
 */
export async function startService<S extends Settings>(
  name: string,
  settings: S,
  partsFor: (config: CleanedEnv<S>) => ServiceParts,
): Promise<void> {
  let logger = new ConsoleLogger({ prefix: name });
  try {
    const config = readConfiguration(settings);
    const common = config as unknown as CommonConfig;
    logger = createLogger(name, common);
    await startHttp(name, common, partsFor(config), logger);
  } catch (error) {
    logger.fatal(`${name} can't start: ${error instanceof Error ? error.message : String(error)}`);
    // A wrong setting is the operator's to mend: where our code noticed it tells them nothing.
    if (error instanceof Error && !(error instanceof ConfigurationError)) logger.debug(error.stack);
    process.exit(1);
  }
}

async function startHttp(
  name: string,
  config: CommonConfig,
  parts: ServiceParts,
  logger: ConsoleLogger,
): Promise<void> {
  const app = await NestFactory.create<NestFastifyApplication>(
    parts.module,
    // An open event stream or keep-alive connection would hold a stopping process for ever.
    new FastifyAdapter({ ...parts.http, forceCloseConnections: true, bodyLimit: BODY_LIMIT_BYTES }),
    { logger, abortOnError: false },
  );
  app.enableShutdownHooks([...STOP_SIGNALS], { useProcessExit: true });
  endInTime(parts.stopWithinMs ?? STOP_WITHIN_MS, logger);
  stopWithParent();
  await parts.prepare?.(app);
  if (parts.transport) app.connectMicroservice({ strategy: parts.transport(app) });
  // Before the first message comes: a worker without its watchdog, or that does not know yet that its chamber is paused,
  // must not take one up. Nest alone would do it in listen().
  await app.init();
  await app.startAllMicroservices();
  await app.listen(config.HTTP_PORT, config.HTTP_HOST);
  logger.log(`${name} listens on ${await app.getUrl()}`);
}

/** Which module was made and which route mapped is for whoever looks for a fault in them. */
const FRAMEWORK_CONTEXTS = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestMicroservice',
  'NestApplication',
]);

class ServiceLogger extends ConsoleLogger {
  override log(message: unknown, ...rest: unknown[]): void {
    if (FRAMEWORK_CONTEXTS.has(String(rest.at(-1)))) super.debug(message, ...rest);
    else super.log(message, ...rest);
  }
}

function createLogger(name: string, config: CommonConfig): ConsoleLogger {
  return new ServiceLogger({
    prefix: name,
    json: config.LOG_JSON,
    colors: !config.LOG_JSON && isatty(process.stdout.fd),
    logLevels: LEVELS.slice(0, LEVELS.indexOf(config.LOG_LEVEL) + 1),
  });
}

/** What a stop waits for may never come: an answer of a server that hangs, say. */
function endInTime(withinMs: number, logger: ConsoleLogger): void {
  const giveUp = (): void => {
    logger.error(`the stop took longer than ${withinMs / 1_000} s and is given up`);
    process.exit(1);
  };
  for (const signal of STOP_SIGNALS) process.once(signal, () => longTimer(giveUp, withinMs));
}

/** Under a supervisor that was killed outright nobody else would end this process. */
function stopWithParent(): void {
  if (process.connected) process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
