import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { USE_NOTICE } from '../use-notice.js';

export const DOCS_PATH = 'api/docs';

/** The API's description as a page at `/api/docs`, and as JSON at `/api/docs-json`. */
export function serveDocs(app: NestFastifyApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Rotunda')
    .setDescription(
      `Stock trades that members of the US Congress disclose, and the tasks that collect them. ${USE_NOTICE}`,
    )
    .setVersion('1')
    .build();
  const document = SwaggerModule.createDocument(app, about);
  SwaggerModule.setup(DOCS_PATH, app, document, { customSiteTitle: 'Rotunda API' });
  return document;
}
