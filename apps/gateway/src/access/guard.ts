import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest, RouteOptions } from 'fastify';
import { ANYONE, PASSER_BY, setCaller } from './caller.js';
import type { Need } from './needs.js';

/** The routes that are not of a controller of ours. */
const OTHERS: [path: RegExp, need: Need][] = [
  [/^\/health\/(live|ready)$/, 'nothing'],
  [/^\/metrics$/, 'look'],
  [/^\/api\/docs(-json|-yaml)?(\/.*)?$/, 'look'],
];

/**
 * The one place that decides who may use a route. It runs before a body is read, and for every route: controllers,
 * documentation, static files, and paths that do not exist. A route without a role stops the start.
 */
export function guardRoutes(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRoute', nameNeed);
  fastify.addHook('onRequest', async (request) => admit(request));
}

function nameNeed(route: RouteOptions): void {
  const needs = route.config?.needs ?? OTHERS.find(([path]) => path.test(route.url))?.[1];
  if (!needs) throw new Error(`${String(route.method)} ${route.url} names no role: add @Needs or @OpenToAll to it`);
  route.config = { ...route.config, needs };
}

/** What nobody named, such as a path that does not exist, needs the least role: who has none learns nothing of it. */
const needOf = ({ routeOptions }: FastifyRequest): Need => routeOptions.config.needs ?? 'look';

async function admit(request: FastifyRequest): Promise<void> {
  setCaller(request, needOf(request) === 'nothing' ? PASSER_BY : ANYONE);
}
