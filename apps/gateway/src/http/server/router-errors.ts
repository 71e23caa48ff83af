import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type Problem, PROBLEM_MEDIA_TYPE, titleOf } from '../problem.js';

const MAX_TASK_ID_LENGTH = 128;

const DETAILS: Record<number, string> = {
  400: 'The path or the request is malformed; percent-encode everything but plain letters and digits.',
  408: 'The request did not arrive in time; send it again.',
  414: `A path segment is too long; an id has at most ${MAX_TASK_ID_LENGTH} characters.`,
  417: 'Leave the header Expect out, or send "Expect: 100-continue".',
  431: 'The headers are too large; send fewer or shorter ones.',
};

/**
 * Options of Fastify for what it answers before our hooks and filters run: errors of the router and of the HTTP parser
 * are problem+json too, and a path segment may be as long as an id (Fastify's default limit is 100 characters).
 */
export const ROUTER_OPTIONS = {
  routerOptions: { maxParamLength: MAX_TASK_ID_LENGTH },
  frameworkErrors: (error: FastifyError, { url }: FastifyRequest, reply: FastifyReply): void => {
    const problem = routerProblem(error.statusCode ?? 500, url);
    void reply.status(problem.status).type(PROBLEM_MEDIA_TYPE).send(JSON.stringify(problem));
  },
  clientErrorHandler: (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) return;
    const problem = routerProblem(statusOf(error.code), '/');
    const body = JSON.stringify(problem);
    socket.end(
      `HTTP/1.1 ${problem.status} ${problem.title}\r\nContent-Type: ${PROBLEM_MEDIA_TYPE}\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  },
};

/** Node answers another `Expect` than 100-continue by itself, with nothing but a status. */
export function refuseExpectations(server: Server): void {
  server.on('checkExpectation', ({ url = '/' }, response) => {
    const problem = routerProblem(417, url);
    response.writeHead(problem.status, { 'content-type': PROBLEM_MEDIA_TYPE }).end(JSON.stringify(problem));
  });
}

function statusOf(code: string | undefined): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}

const routerProblem = (status: number, url: string): Problem => ({
  type: 'about:blank',
  title: titleOf(status),
  status,
  detail: DETAILS[status] ?? titleOf(status),
  instance: url.split('?', 1)[0] ?? url,
});
