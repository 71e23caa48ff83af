import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiExcludeController, DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { MetricsController } from '#rotunda/runtime';
import { SESSION_COOKIE } from '../../access/credential.js';
import { completeDocument } from './complete-document.js';
import { answerProblem } from './problem.filter.js';
import { USE_NOTICE } from '../use-notice.js';

// Not where it is declared: each service would load the hundred modules of @nestjs/swagger.
ApiExcludeController()(MetricsController);

export const DOCS_PATH = 'api/docs';

/** More than the rest of the gateway has: Swagger's style sheets are partly inline, its icons are data URLs. */
const DOCS_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  ...["object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"],
].join('; ');

/** The API's description as a page at `/api/docs`, and as JSON at `/api/docs-json`. */
export function serveDocs(app: NestFastifyApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Rotunda')
    .setDescription(
      `Stock trades that members of the US Congress disclose, and the tasks that collect them. ${USE_NOTICE}`,
    )
    .setVersion('1')
    .setLicense('MIT', 'https://spdx.org/licenses/MIT.html')
    .addServer('/', 'This gateway')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A key: `rtd_…`' }, 'key')
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie' }, 'session')
    .addSecurityRequirements('key')
    .addSecurityRequirements('session')
    .build();
  const document = completeDocument(SwaggerModule.createDocument(app, about));
  // These routes are made before Nest has set its own handler of errors.
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', (route) => {
      if (!route.url.startsWith(`/${DOCS_PATH}`)) return;
      route.errorHandler ??= answerProblem;
      route.preHandler = (_request, reply, done) => {
        void reply.header('content-security-policy', DOCS_POLICY);
        done();
      };
    });
  SwaggerModule.setup(DOCS_PATH, app, document, { customSiteTitle: 'Rotunda API' });
  return document;
}
