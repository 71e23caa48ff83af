import { RouteConfig } from '@nestjs/platform-fastify';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';
import type { FastifyContextConfig } from 'fastify';

/** Adds to a route's `config`. Nest's own `RouteConfig` replaces it: of two decorators only one would count. */
export const RouteFacts =
  (facts: FastifyContextConfig): MethodDecorator =>
  (target, name, descriptor) => {
    const known: unknown = Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, descriptor.value as object);
    RouteConfig({ ...(known as FastifyContextConfig | undefined), ...facts })(target, name, descriptor);
  };
