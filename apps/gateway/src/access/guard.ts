import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { includesRole } from '#rotunda/contracts';
import { ANYONE, callerOf, PASSER_BY, setCaller } from './caller.js';
import { Callers, type KnownCaller } from './callers.js';
import { credentialOf, isFromOurPages } from './credential.js';
import { Limits } from './limits.js';
import type { Need } from './needs.js';
import { credentialRefused, notFromOurPages, roleTooSmall, signInNeeded } from './refusals.js';
import { ACCESS, type Access } from './settings.js';

/** The one place that decides who may use a route. */
@Injectable()
export class Guard {
  constructor(
    private readonly callers: Callers,
    private readonly limits: Limits,
    @Inject(ACCESS) private readonly access: Access,
  ) {}

  /** @throws ProblemException (401, 403, 429, or 503 if keys can't be checked) */
  async admit(request: FastifyRequest): Promise<void> {
    const need = needOf(request);
    const caller = need === 'nothing' ? PASSER_BY : await this.senderOf(request);
    setCaller(request, caller ?? PASSER_BY);
    if (!isHealth(request)) await this.limits.countRequest(request);
    if (!caller) throw signInNeeded();
    if (need !== 'nothing' && !includesRole(caller.role, need)) throw roleTooSmall(caller, need);
  }

  /** For an answer that goes on: false once its caller's key or session has ended. Never throws. */
  async stillAdmits(request: FastifyRequest): Promise<boolean> {
    const credential = credentialOf(request);
    if (!credential || callerOf(request).kind === 'open') return true;
    // Not even after a minute can it be checked: the client comes back and is told why.
    return (await this.callers.identify(credential).catch(() => null)) !== null;
  }

  /**
   * Null for somebody without a credential where one is needed. On an open gateway a key is checked too, and an old
   * cookie ignored: of those, a browser keeps some from other programs' ports on the same machine.
   *
   * @throws ProblemException (401) for one that is not valid
   */
  async senderOf(request: FastifyRequest): Promise<KnownCaller | null> {
    const anyone = this.access.keysRequired ? null : { ...ANYONE, expiresAt: null };
    const credential = credentialOf(request);
    if (!credential) return anyone;
    const caller = await this.callers.identify(credential);
    if (caller && credential.kind === 'session' && !isFromOurPages(request)) throw notFromOurPages();
    if (caller) return caller;
    if (anyone && credential.kind === 'session') return anyone;
    await this.limits.countFailure(request);
    throw credentialRefused();
  }
}

/** What nobody named, such as a path that does not exist, needs the least role: who has none learns nothing of it. */
const needOf = ({ routeOptions }: FastifyRequest): Need => routeOptions.config.needs ?? 'look';

/** Whoever restarts us when we are ill must always get an answer. */
const isHealth = ({ routeOptions }: FastifyRequest): boolean => routeOptions.url?.startsWith('/health/') ?? false;
