import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { invalidFields } from '../known-errors.js';

/**
 * Refuses query parameters where a route has none: whoever sends `as_of` to it must not believe that it was heeded. Of
 * those that have some, RequestValidationPipe knows the names.
 */
export function refuseUnknownQueries(app: NestFastifyApplication, { paths }: OpenAPIObject): void {
  const without = new Set<string>();
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, { parameters = [] }] of Object.entries(methods as Record<string, { parameters?: object[] }>)) {
      const takesQuery = parameters.some((parameter) => 'in' in parameter && parameter.in === 'query');
      if (path.startsWith('/api/') && !takesQuery) without.add(`${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`);
    }
  }
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('preValidation', (request, _reply, done) => {
    const [unknown] = Object.keys(request.query ?? {});
    if (unknown === undefined || !without.has(operationOf(request))) return done();
    const message = `${unknown} is not a known field; ${request.routeOptions.url} takes no query parameters`;
    done(invalidFields(400, [{ field: unknown, message }]));
  });
}

const operationOf = ({ method, routeOptions: { url } }: FastifyRequest): string =>
  `${method === 'HEAD' ? 'get' : method.toLowerCase()} ${url}`;
