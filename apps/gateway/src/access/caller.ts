import type { FastifyRequest } from 'fastify';
import type { Role } from '#rotunda/contracts';

/** Who sent a request. */
export interface Caller {
  /** `open`: anyone, on a gateway or a route that is open to all. */
  kind: 'key' | 'session' | 'open';
  /** Of the key, also of the one that began the session; null for a password's session and for anyone. */
  id: string | null;
  name: string;
  role: Role;
}

/** Whoever reaches a gateway that needs no keys may do everything there. */
export const ANYONE: Readonly<Caller> = { kind: 'open', id: null, name: 'anyone', role: 'admin' };
/** Whoever asks a route that is open to all, e.g. `/health/live`. */
export const PASSER_BY: Readonly<Caller> = { kind: 'open', id: null, name: 'anyone', role: 'look' };

const CALLERS = new WeakMap<FastifyRequest, Caller>();

/** Who sent this request, as the guard found before any handler ran. */
export const callerOf = (request: FastifyRequest): Caller => CALLERS.get(request) ?? PASSER_BY;

/** For the guard, and for the route that signs somebody in. */
export const setCaller = (request: FastifyRequest, caller: Caller): void => void CALLERS.set(request, caller);
