import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { readConfiguration } from '#rotunda/runtime';
import { settings } from '../src/config.js';
import { GatewayModule } from '../src/gateway.module.js';
import { serveDocs } from '../src/http/server/openapi.js';
import { prefixRoutes } from '../src/http/server/prepare-gateway.js';

/** The OpenAPI document, without a NATS or a Postgres: nothing of the gateway but its routes is made. */
export async function documentedApi(): Promise<OpenAPIObject> {
  const nowhere = { NATS_URL: 'nats://127.0.0.1:1', DATABASE_URL: 'postgres://127.0.0.1:1/none' };
  const module = GatewayModule.forRoot(readConfiguration(settings, nowhere));
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    preview: true,
    logger: false,
  });
  prefixRoutes(app);
  return serveDocs(app);
}
