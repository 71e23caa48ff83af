import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, HttpStatus, Logger } from '@nestjs/common';
import { redactText } from '#rotunda/runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asProblem } from '../known-errors.js';
import { type Problem, PROBLEM_MEDIA_TYPE, ProblemException, titleOf } from '../problem.js';

const INTERNAL_DETAIL = 'Internal error; see the gateway’s log. Trying again may help.';

const logger = new Logger('HTTP');

/** Answers every error as problem+json, also those of the router and of hooks. Unexpected errors are only logged. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/** As the filter, for the hooks of routes that are not of Nest. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const exception = error instanceof HttpException ? error : asProblem(error);
  if (!exception) logUnexpected(request, error);
  if (exception instanceof ProblemException) {
    const { headers, retryAfterSeconds } = exception.more;
    void reply.headers({ ...headers, ...(retryAfterSeconds && { 'retry-after': retryAfterSeconds }) });
  }
  const problem = exception ? describe(exception, request) : describeInternal(request);
  void reply.status(problem.status).type(PROBLEM_MEDIA_TYPE).send(JSON.stringify(problem, withoutSecrets));
}

/** Clients log problems, and a key is easily put where an id belongs. */
const withoutSecrets = (_: string, value: unknown): unknown => (typeof value === 'string' ? redactText(value) : value);

function logUnexpected({ method, url }: FastifyRequest, error: unknown): void {
  const trace = error instanceof Error ? error.stack : undefined;
  logger.error(`${method} ${url}: ${error instanceof Error ? error.message : String(error)}`, trace);
}

function describe(exception: HttpException, request: FastifyRequest): Problem {
  const status = exception.getStatus();
  const problem = { type: 'about:blank', title: titleOf(status), status, instance: pathOf(request) };
  if (exception instanceof ProblemException) {
    const { errors, taskId, neededRole } = exception.more;
    const type = `urn:rotunda:problem:${exception.kind}`;
    return {
      ...problem,
      type,
      detail: exception.message,
      ...(taskId ? { task_id: taskId } : {}),
      ...(neededRole ? { needed_role: neededRole } : {}),
      ...(errors ? { errors } : {}),
    };
  }
  return { ...problem, detail: detailOf(exception, request), ...checksOf(exception) };
}

const describeInternal = (request: FastifyRequest): Problem => ({
  type: 'about:blank',
  title: titleOf(HttpStatus.INTERNAL_SERVER_ERROR),
  status: HttpStatus.INTERNAL_SERVER_ERROR,
  detail: INTERNAL_DETAIL,
  instance: pathOf(request),
});

/** The router and the body parser know what happened, but not what to do about it. */
function detailOf(exception: HttpException, request: FastifyRequest): string {
  const status = exception.getStatus() as HttpStatus;
  if (status === HttpStatus.NOT_FOUND && exception.message.startsWith(`Cannot ${request.method} `)) {
    return `There is no ${request.method} ${pathOf(request)}; see /api/docs.`;
  }
  if (status === HttpStatus.PAYLOAD_TOO_LARGE) return 'The body is too large; a command has a few short fields.';
  if (status === HttpStatus.UNSUPPORTED_MEDIA_TYPE) return 'Send the body as JSON, with content-type application/json.';
  return exception.message;
}

/** Terminus throws its findings; `/health/ready` answers with them. */
function checksOf(exception: HttpException): { details?: object } {
  const response = exception.getResponse();
  return typeof response === 'object' && 'details' in response ? { details: response.details as object } : {};
}

const pathOf = ({ url }: FastifyRequest): string => url.split('?', 1)[0] ?? url;
