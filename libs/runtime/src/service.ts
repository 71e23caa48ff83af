import type { Server } from 'node:http';
import type { DynamicModule, OnApplicationShutdown, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { CleanedEnv } from 'envalid';
import type { FastifyHttpOptions } from 'fastify';
import { ConfigurationError, readConfiguration, type Settings } from './settings/configuration.js';
import { logCrashes } from './logs/log-crashes.js';
import { openLog } from './logs/open-log.js';
import type { ServiceLogger } from './logs/service-logger.js';
import { longTimer } from './long-timer.js';
import { followRequests, requestIdOf } from './request-context.js';
import { ServiceManager } from './systemd/service-manager.js';
import { tracingSettings } from './tracing/settings.js';
import { stopTracing } from './tracing/spans.js';
import { startTracing } from './tracing/start-tracing.js';

/** Commands are small: a larger request body is refused. */
const BODY_LIMIT_BYTES = 64 * 1024;

const STOP_SIGNALS = ['SIGTERM', 'SIGINT'] as const;
const STOP_WITHIN_MS = 10_000;

/** How a service is built from its configuration. */
export interface ServiceParts {
  module: Type | DynamicModule;
  /** Options for Fastify, besides our own limits. */
  http?: FastifyHttpOptions<Server>;
  /** Runs between creation and start, e.g. for pipes and the OpenAPI page. */
  prepare?: (app: NestFastifyApplication) => void | Promise<void>;
  /** The transport of the service's messages, built from the app's providers. */
  transport?: (app: NestFastifyApplication) => CustomTransportStrategy;
  /** How long a graceful stop may take; after that the process exits with 1. */
  stopWithinMs?: number;
}

interface CommonConfig {
  HTTP_HOST: string;
  HTTP_PORT: number;
}

/**
 * Starts a service: its settings, HTTP (an API, or just health and metrics), its transport if it has one, and a graceful
 * shutdown on SIGTERM, SIGINT and, unless the service has an answer of its own, SIGHUP. systemd is told when it listens,
 * lives and stops. If the start fails, it logs why in one line and exits with 1.
 *
 * @param name for people and for NATS, e.g. `house-scraper`
 */
export async function startService<S extends Settings>(
  name: string,
  settings: S,
  partsFor: (config: CleanedEnv<S>) => ServiceParts,
): Promise<void> {
  const logger = await openLog(name);
  logCrashes(logger);
  try {
    const config = readConfiguration(settings);
    await startTracing(name, readConfiguration(tracingSettings));
    await startHttp(name, config as unknown as CommonConfig, partsFor(config), logger);
  } catch (error) {
    logger.fatal(`${name} failed to start: ${reasonOf(error)}`);
    // A wrong setting is the operator's to fix: a stack trace would not help.
    if (error instanceof Error && !(error instanceof ConfigurationError)) logger.debug(error);
    process.exit(1);
  }
}

function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `${reason}; give this process a port of its own with HTTP_PORT`;
  // A system call or Postgres failed: the reason alone does not name the server.
  return typeof code === 'string' ? `${reason}; "rotunda doctor" says what is wrong` : reason;
}

class ServiceRoot {}

/** What happens while the service stops is traced too. */
class LastSpans implements OnApplicationShutdown {
  onApplicationShutdown(): Promise<void> {
    return stopTracing();
  }
}

async function startHttp(
  name: string,
  config: CommonConfig,
  parts: ServiceParts,
  logger: ServiceLogger,
): Promise<void> {
  const app = await NestFactory.create<NestFastifyApplication>(
    { module: ServiceRoot, imports: [parts.module], providers: [LastSpans] },
    // Otherwise an open event stream or keep-alive connection would keep a stopping process alive for ever.
    new FastifyAdapter({
      ...parts.http,
      forceCloseConnections: true,
      bodyLimit: BODY_LIMIT_BYTES,
      genReqId: requestIdOf,
    }),
    { logger, abortOnError: false },
  );
  followRequests(app.getHttpAdapter().getInstance(), logger);
  app.enableShutdownHooks([...STOP_SIGNALS], { useProcessExit: true });
  const systemd = ServiceManager.ofThisProcess(logger);
  endInTime(parts.stopWithinMs ?? STOP_WITHIN_MS, logger, systemd);
  stopWithParent();
  await parts.prepare?.(app);
  if (parts.transport) app.connectMicroservice({ strategy: parts.transport(app) });
  // Before the first message arrives: a worker must have its watchdog, and know whether its chamber is paused. Nest by
  // itself would do this in listen().
  await app.init();
  stopOnHangup();
  await app.startAllMicroservices();
  await app.listen(config.HTTP_PORT, config.HTTP_HOST);
  const url = await app.getUrl();
  logger.log(`${name} listens on ${url}`);
  systemd.ready(`listens on ${url}`);
}

/** A stop may wait for something that never comes, e.g. the answer of a server that hangs. */
function endInTime(withinMs: number, logger: ServiceLogger, systemd: ServiceManager): void {
  const giveUp = (): void => {
    logger.error(`the stop took longer than ${withinMs / 1_000} s; exiting now`);
    process.exit(1);
  };
  const begin = (): void => {
    longTimer(giveUp, withinMs);
    systemd.stopping(withinMs);
  };
  for (const signal of STOP_SIGNALS) process.once(signal, begin);
}

/**
 * A supervisor's way to give a service new settings: it ends in order and is started again. A worker listens by now, and
 * lets its tasks end first.
 */
function stopOnHangup(): void {
  if (process.listenerCount('SIGHUP') === 0) process.once('SIGHUP', () => process.kill(process.pid, 'SIGTERM'));
}

/** If the supervisor was killed outright, nobody else stops this process. */
function stopWithParent(): void {
  if (process.connected) process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
