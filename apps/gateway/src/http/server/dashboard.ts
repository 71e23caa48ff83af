import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import serveFiles from '@fastify/static';
import { ServiceUnavailableException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerProblem } from './problem.filter.js';

/** The repository where this is a source, dist/ where it is built. */
const TOP = fileURLToPath(new URL('../../../../../', import.meta.url));
const BUILT = join(TOP, import.meta.url.endsWith('.ts') ? 'dist' : '', 'apps', 'dashboard');

/** Any address is one of the dashboard's, except under these names: the page knows which pages it has. */
export const PAGE = '/:page(^(?!(?:api|assets|compat|feeds|health|metrics)$)[\\w-]+$)';
/** They lie in one folder. */
export const ASSET = '/assets/:file(^[\\w.-]+$)';
const PAGE_FILE = { cacheControl: false };
/** Vite puts a hash of the content into the names of these files. */
const ASSET_FILE = { maxAge: '1y', immutable: true };

/**
 * Serves the dashboard: the same page at all of its addresses, and the files of that page. They hold nothing secret, and
 * whoever signs in needs them first.
 */
export async function serveDashboard(app: NestFastifyApplication, folder = BUILT): Promise<void> {
  const isBuilt = existsSync(folder);
  if (isBuilt) await app.register(serveFiles, { root: folder, serve: false, preCompressed: true });
  const fastify = app.getHttpAdapter().getInstance();
  const options = { config: { needs: 'nothing' }, errorHandler: answerProblem } as const;
  const sendPage = (request: FastifyRequest, reply: FastifyReply): unknown => {
    if (request.url !== '/' && !asksForPage(request)) return reply.callNotFound();
    if (!isBuilt) throw new ServiceUnavailableException('The dashboard is not built; run "npm run build".');
    return reply.header('cache-control', 'no-cache').sendFile('index.html', PAGE_FILE);
  };
  for (const url of ['/', PAGE, `${PAGE}/*`]) fastify.get(url, options, sendPage);
  fastify.get<{ Params: { file: string } }>(ASSET, options, ({ params }, reply) =>
    isBuilt ? reply.sendFile(`assets/${params.file}`, ASSET_FILE) : reply.callNotFound(),
  );
}

/** A browser's address bar does; a program that has a wrong path must learn so. */
const asksForPage = ({ headers }: FastifyRequest): boolean => headers.accept?.includes('text/html') ?? false;
