import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { guardRoutes } from '../../access/guard-routes.js';
import { auditRoutes } from '../../audit/audit-routes.js';
import { ApiDescription } from '../api-description.js';
import { compressAnswers } from '../cache/compression.js';
import { keepAnswers } from '../cache/keep-answers.js';
import { sendAnswerHeaders, sendOnlyNews } from './answer-headers.js';
import { acceptJsonOnly } from './body-parsers.js';
import { refuseForeignRequests } from './foreign-requests.js';
import { serveDashboard } from './dashboard.js';
import { serveDocs } from './openapi.js';
import { ProblemFilter } from './problem.filter.js';
import { RequestValidationPipe } from './request-validation.pipe.js';
import { sendSecurityHeaders } from './security-headers.js';
import { refuseExpectations } from './router-errors.js';
import { refuseUnknownQueries } from './unknown-queries.js';

/** Other vendors' clients and feed readers have addresses of their own, without our version. */
const OUTSIDE_THE_API = ['health/live', 'health/ready', 'metrics', 'compat/*path', 'feeds/*path'];

/** All of HTTP except the controllers: set up once, between creation and start. */
export async function prepareGateway(app: NestFastifyApplication): Promise<void> {
  refuseExpectations(app.getHttpAdapter().getInstance().server);
  refuseForeignRequests(app);
  sendSecurityHeaders(app);
  await guardRoutes(app);
  sendAnswerHeaders(app);
  auditRoutes(app);
  compressAnswers(app);
  keepAnswers(app);
  sendOnlyNews(app);
  acceptJsonOnly(app);
  prefixRoutes(app);
  app.useGlobalPipes(new RequestValidationPipe());
  app.useGlobalFilters(new ProblemFilter());
  const document = serveDocs(app);
  app.get(ApiDescription).document = document;
  refuseUnknownQueries(app, document);
  await serveDashboard(app);
}

/** Of all controllers but those of health and metrics. */
export function prefixRoutes(app: NestFastifyApplication): void {
  app.setGlobalPrefix('api/v1', { exclude: OUTSIDE_THE_API });
}
