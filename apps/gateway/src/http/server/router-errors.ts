import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type Problem, PROBLEM_MEDIA_TYPE, titleOf } from '../problem.js';

const MAX_TASK_ID_LENGTH = 128;

const DETAILS: Record<number, string> = {
  400: 'The path or the request itself is malformed; percent-encode what is no plain letter or digit.',
  408: 'The request did not arrive in time; send it again.',
  414: `A part of the path is too long; an id has at most ${MAX_TASK_ID_LENGTH} characters.`,
  431: 'The headers are too large; send fewer or shorter ones.',
};

/**
 * How Fastify is made, for what it answers before any hook or filter of ours has its turn: errors of the router and of
 * the HTTP parser are problem+json too, and ids may be as long as they are allowed to be (its limit is 100).
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
