import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import { Inject, Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { callerOf } from './caller.js';
import { tooManyFailures, tooManyRequests } from './refusals.js';
import { ACCESS, type Access } from './settings.js';

const MINUTE_MS = 60_000;
/** Enough for a person with a bad memory. */
const FAILURES_A_MINUTE = 20;

type Limiter = ReturnType<FastifyInstance['createRateLimit']>;

/** How many requests somebody may make, and how often somebody may fail to sign in. */
@Injectable()
export class Limits {
  private requests: Limiter | null = null;
  private failures: Limiter | null = null;

  constructor(@Inject(ACCESS) private readonly access: Access) {}

  async attach(app: NestFastifyApplication): Promise<void> {
    await app.register(rateLimit, { global: false });
    const fastify = app.getHttpAdapter().getInstance();
    const { requestsAMinute: max } = this.access;
    if (max !== null) this.requests = fastify.createRateLimit({ max, timeWindow: MINUTE_MS, keyGenerator: whoAsks });
    this.failures = fastify.createRateLimit({ max: FAILURES_A_MINUTE, timeWindow: MINUTE_MS, keyGenerator: addressOf });
  }

  /** @throws ProblemException (429) if it is one too many of this key, or of this address without a key */
  async countRequest(request: FastifyRequest): Promise<void> {
    const seconds = await secondsToWait(this.requests, request);
    if (seconds !== null) throw tooManyRequests(seconds);
  }

  /**
   * Counts a wrong credential. A right key is never refused for the wrong ones of others: behind one address (a NAT, a
   * container's port) there may be many, and nobody guesses 256 bits.
   *
   * @throws ProblemException (429) if it is one too many of this address
   */
  async countFailure(request: FastifyRequest): Promise<void> {
    const seconds = await secondsToWait(this.failures, request);
    if (seconds !== null) throw tooManyFailures(seconds);
  }
}

const addressOf = ({ ip }: FastifyRequest): string => normalizeIP(ip);

function whoAsks(request: FastifyRequest): string {
  const { kind, id } = callerOf(request);
  return kind === 'open' || id === null ? addressOf(request) : `key ${id}`;
}

async function secondsToWait(limiter: Limiter | null, request: FastifyRequest): Promise<number | null> {
  const found = await limiter?.(request);
  return found && !found.isAllowed && found.isExceeded ? Math.max(1, found.ttlInSeconds) : null;
}
