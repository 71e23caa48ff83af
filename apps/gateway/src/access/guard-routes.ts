import cookie from '@fastify/cookie';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { RouteOptions } from 'fastify';
import { Guard } from './guard.js';
import { Limits } from './limits.js';
import type { Need } from './needs.js';
import { ACCESS, type Access } from './settings.js';

/** The routes that no controller of the gateway has. */
const othersNeed = ({ metricsOpen }: Access): [path: RegExp, need: Need][] => [
  [/^\/health\/(live|ready)$/, 'nothing'],
  [/^\/metrics$/, metricsOpen ? 'nothing' : 'look'],
  [/^\/api\/docs(-json|-yaml)?(\/.*)?$/, 'look'],
];

/**
 * Puts the guard in front of every route: controllers, documentation, static files, and paths that do not exist. It runs
 * before a body is read. A route that names no role stops the start.
 */
export async function guardRoutes(app: NestFastifyApplication): Promise<void> {
  const others = othersNeed(app.get<Access>(ACCESS));
  const guard = app.get(Guard);
  await app.register(cookie);
  await app.get(Limits).attach(app);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRoute', (route) => nameNeed(route, others));
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (guard.admitsAnyone(request)) return done();
    void tell(guard.admit(request), done);
  });
}

async function tell(admission: Promise<void>, done: (refusal?: Error) => void): Promise<void> {
  try {
    await admission;
  } catch (refusal) {
    return done(refusal as Error);
  }
  done();
}

function nameNeed(route: RouteOptions, others: [RegExp, Need][]): void {
  const needs = route.config?.needs ?? others.find(([path]) => path.test(route.url))?.[1];
  if (!needs) throw new Error(`${String(route.method)} ${route.url} names no role: add @Needs or @OpenToAll to it`);
  route.config = { ...route.config, needs };
}
