import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import helmet from 'helmet';

const OWN_FILES_ONLY = {
  defaultSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

/** Makes a browser treat all answers carefully. A route may replace a header. */
export function sendSecurityHeaders(app: NestFastifyApplication): void {
  const headers = securityHeaders();
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
}

/** The same for every answer: made once, as helmet takes longer to make them than the guard to admit a request. */
function securityHeaders(): Record<string, string> {
  // Plain HTTP on loopback: telling browsers to insist on TLS (HSTS) would lock them out.
  const add = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: OWN_FILES_ONLY },
    strictTransportSecurity: false,
  });
  const headers: Record<string, string> = {};
  const answer = {
    setHeader: (name: string, value: string) => void (headers[name.toLowerCase()] = value),
    removeHeader: () => undefined,
  };
  add({} as IncomingMessage, answer as unknown as ServerResponse, () => undefined);
  return headers;
}
