import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { guardRoutes } from '../../access/guard-routes.js';
import { auditRoutes } from '../../audit/audit-routes.js';
import { acceptJsonOnly } from './body-parsers.js';
import { refuseForeignRequests } from './foreign-requests.js';
import { serveDocs } from './openapi.js';
import { ProblemFilter } from './problem.filter.js';
import { RequestValidationPipe } from './request-validation.pipe.js';
import { refuseExpectations } from './router-errors.js';

const OUTSIDE_THE_API = ['health/live', 'health/ready', 'metrics'];

/** Only what the docs page needs: its style sheets are partly inline, its icons are data URLs. */
const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

/** All of HTTP except the controllers: set up once, between creation and start. */
export async function prepareGateway(app: NestFastifyApplication): Promise<void> {
  refuseExpectations(app.getHttpAdapter().getInstance().server);
  refuseForeignRequests(app);
  // Plain HTTP on loopback: telling browsers to insist on TLS (HSTS) would lock them out.
  await app.register(helmet, { contentSecurityPolicy: CONTENT_SECURITY_POLICY, strictTransportSecurity: false });
  await guardRoutes(app);
  auditRoutes(app);
  acceptJsonOnly(app);
  app.setGlobalPrefix('api/v1', { exclude: OUTSIDE_THE_API });
  app.useGlobalPipes(new RequestValidationPipe());
  app.useGlobalFilters(new ProblemFilter());
  serveDocs(app);
}
