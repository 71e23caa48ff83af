import { randomUUID } from 'node:crypto';
import { HttpStatus } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { type AuditEntry, type AuditResult, type AuditSource, CLI_USER_AGENT } from '#rotunda/contracts';
import { type Clock, CLOCK, currentTraceId, redactText } from '#rotunda/runtime';
import { type Caller, callerOf, PASSER_BY } from '../access/caller.js';
import { AuditTrail } from './audit-trail.js';
import type { Audit } from '../http/audited.js';
import { isSafe } from '../http/request-origin.js';
import { shownParams } from './shown-params.js';

const LEAST_ERROR = 400;
const REFUSALS = new Set<number>([
  HttpStatus.UNAUTHORIZED,
  HttpStatus.FORBIDDEN,
  HttpStatus.MISDIRECTED,
  HttpStatus.TOO_MANY_REQUESTS,
]);
/** Answers that show what they did are short. */
const LONGEST_ANSWER = 10_000;

/**
 * The one place that writes the audit trail of requests. Each route that changes something names its action, or the
 * start stops. An entry is written before the answer is sent: whoever got an answer is in the trail.
 */
export function auditRoutes(app: NestFastifyApplication): void {
  const trail = app.get(AuditTrail);
  const now = app.get<Clock>(CLOCK);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRoute', nameAction);
  fastify.addHook('onSend', async (request, reply, payload) => {
    const { audit } = request.routeOptions.config;
    if (audit) await trail.record(entryOf(audit, { request, reply, answer: answerOf(payload), at: now() }));
    return payload;
  });
}

function nameAction({ method, url, config }: RouteOptions): void {
  if (![method].flat().every(isSafe) && !config?.audit)
    throw new Error(`${String(method)} ${url} names no action: add @Audited to it`);
}

interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
  answer: Record<string, unknown>;
  at: Date;
}

function entryOf(audit: Audit, { request, reply, answer, at }: Exchange): AuditEntry {
  const status = reply.statusCode;
  const caller = callerOf(request);
  const path = request.params as Record<string, string>;
  const target = audit.target ?? Object.keys(path).at(-1);
  return {
    v: 1,
    id: randomUUID(),
    at: at.toISOString(),
    ...actorOf(caller),
    action: audit.action,
    target: textOf(target && (path[target] ?? answer[target])),
    params: shownParams(paramsOf(audit, { request, reply, answer, at }, target)),
    result: resultOf(status),
    status,
    problem: problemOf(answer),
    source: sourceOf(request, caller),
    address: request.ip,
    request_id: request.id,
    trace_id: currentTraceId(),
    count: 1,
  };
}

/** The body is kept only once it was checked: before, it may be anything, and from anyone. */
function paramsOf(
  { secretBody, answer: kept = [] }: Audit,
  { request, reply, answer }: Exchange,
  target?: string,
): Record<string, unknown> {
  const { [target ?? '']: _target, ...path } = request.params as Record<string, unknown>;
  const isChecked = ![...REFUSALS, ...UNCHECKED].includes(reply.statusCode);
  const body = isChecked && !secretBody ? (request.body as Record<string, unknown> | undefined) : {};
  const queued = target !== 'task_id' && textOf(answer['task_id']);
  const outcome = Object.fromEntries(kept.flatMap((field) => (field in answer ? [[field, answer[field]]] : [])));
  return { ...path, ...body, ...(queued && { task_id: queued }), ...outcome };
}

/** Statuses of a request whose body was not read, or is not valid. */
const UNCHECKED = [
  HttpStatus.BAD_REQUEST,
  HttpStatus.PAYLOAD_TOO_LARGE,
  HttpStatus.UNSUPPORTED_MEDIA_TYPE,
  HttpStatus.UNPROCESSABLE_ENTITY,
];

function actorOf(caller: Caller): Pick<AuditEntry, 'actor_kind' | 'actor_id' | 'actor_name' | 'role'> {
  if (caller === PASSER_BY) return { actor_kind: 'unknown', actor_id: null, actor_name: null, role: null };
  const { kind, id, name, role } = caller;
  return { actor_kind: kind, actor_id: id, actor_name: kind === 'open' ? null : name, role };
}

function resultOf(status: number): AuditResult {
  if (REFUSALS.has(status)) return 'refused';
  return status < LEAST_ERROR ? 'ok' : 'failed';
}

function sourceOf({ headers }: FastifyRequest, { kind }: Caller): AuditSource {
  if (headers['user-agent']?.startsWith(CLI_USER_AGENT)) return 'cli';
  return kind === 'session' ? 'dashboard' : 'rest';
}

function answerOf(payload: unknown): Record<string, unknown> {
  if (typeof payload !== 'string' || payload.length > LONGEST_ANSWER || !payload.startsWith('{')) return {};
  return JSON.parse(payload) as Record<string, unknown>;
}

/** `review-conflict` of `urn:rotunda:problem:review-conflict`. */
const problemOf = ({ type }: Record<string, unknown>): string | null =>
  (typeof type === 'string' && /^urn:rotunda:problem:(.+)$/.exec(type)?.[1]) || null;

const LONGEST_TARGET = 200;
/** A path may have a whole key in place of its id. */
const textOf = (value: unknown): string | null =>
  typeof value === 'string' ? redactText(value).slice(0, LONGEST_TARGET) : null;
