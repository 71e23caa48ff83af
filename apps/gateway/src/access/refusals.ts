import { HttpStatus } from '@nestjs/common';
import type { Role } from '#rotunda/contracts';
import { ProblemException } from '../http/problem.js';
import type { Caller } from './caller.js';

const CHALLENGE = { 'www-authenticate': 'Bearer realm="rotunda"' };
const HOW = 'Send a key in the header Authorization ("Bearer rtd_…"), or sign in with POST /api/v1/session.';
const RETRY_AFTER_OUTAGE_SECONDS = 5;

/** Without a credential. */
export const signInNeeded = (): ProblemException =>
  new ProblemException(HttpStatus.UNAUTHORIZED, 'not-signed-in', `This needs a key or a session. ${HOW}`, {
    headers: CHALLENGE,
  });

/** The same whether the credential is malformed, unknown, expired or revoked: nobody learns which keys there are. */
export const credentialRefused = (): ProblemException =>
  new ProblemException(HttpStatus.UNAUTHORIZED, 'credential-refused', `The key or session is not valid. ${HOW}`, {
    headers: CHALLENGE,
  });

export const roleTooSmall = (caller: Caller, needed: Role): ProblemException =>
  new ProblemException(
    HttpStatus.FORBIDDEN,
    'role-too-small',
    `This needs the role ${needed}; ${caller.name} has ${caller.role}. Use a key with the role ${needed}.`,
    { neededRole: needed },
  );

/** Proxies, browsers and shared lists of feeds keep addresses. */
export const tooMuchForAnAddress = ({ name, role }: Caller): ProblemException =>
  new ProblemException(
    HttpStatus.FORBIDDEN,
    'key-in-address',
    `${name} has the role ${role}, and a key in an address may have the role look only. Make one with that role, and ` +
      'revoke this one: the logs of proxies may have it now.',
  );

/** A cookie comes with any request of the browser, whichever page makes it. */
export const notFromOurPages = (): ProblemException =>
  new ProblemException(
    HttpStatus.FORBIDDEN,
    'foreign-page',
    'A session changes something only for requests of the gateway’s own pages (Origin). Programs send a key instead.',
  );

export const tooManyRequests = (retryAfterSeconds: number): ProblemException =>
  new ProblemException(
    HttpStatus.TOO_MANY_REQUESTS,
    'too-many-requests',
    `Too many requests; try again in ${retryAfterSeconds} s (RATE_LIMIT_PER_MINUTE).`,
    { retryAfterSeconds },
  );

export const tooManyFailures = (retryAfterSeconds: number): ProblemException =>
  new ProblemException(
    HttpStatus.TOO_MANY_REQUESTS,
    'too-many-failures',
    `Too many wrong keys or passwords from this address; try again in ${retryAfterSeconds} s.`,
    { retryAfterSeconds },
  );

export const cannotCheck = (cause: unknown): ProblemException =>
  new ProblemException(
    HttpStatus.SERVICE_UNAVAILABLE,
    'database-unavailable',
    'Keys can’t be checked while Postgres does not answer. Try again shortly.',
    { retryAfterSeconds: RETRY_AFTER_OUTAGE_SECONDS, cause },
  );
