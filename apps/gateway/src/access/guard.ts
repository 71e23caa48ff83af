import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { includesRole } from '#rotunda/contracts';
import { keyIdIn } from '#rotunda/persistence';
import { ANYONE, callerOf, PASSER_BY, setCaller } from './caller.js';
import { Callers, type KnownCaller } from './callers.js';
import { type Credential, credentialOf, isFromOurPages } from './credential.js';
import { Limits } from './limits.js';
import type { Need } from './needs.js';
import { credentialRefused, notFromOurPages, roleTooSmall, signInNeeded, tooMuchForAnAddress } from './refusals.js';
import { ACCESS, type Access } from './settings.js';

/** The one place that decides who may use a route. */
@Injectable()
export class Guard {
  constructor(
    private readonly callers: Callers,
    private readonly limits: Limits,
    @Inject(ACCESS) private readonly access: Access,
  ) {}

  /** Admits at once where nothing needs to be checked: no keys, no limit, and no credential in the request. */
  admitsAnyone(request: FastifyRequest): boolean {
    if (this.access.keysRequired || this.access.requestsAMinute !== null || credentialOf(request)) return false;
    setCaller(request, needOf(request) === 'nothing' ? PASSER_BY : ANYONE);
    return true;
  }

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
   * Null for somebody without a credential where one is needed. On an open gateway a key is checked too. Ignored there are
   * an old cookie, of which a browser keeps some from other programs' ports on the same machine, and the key for another
   * vendor that a client of theirs always sends.
   *
   * @throws ProblemException (401) for one that is not valid, (403) for one in an address that may do more than look
   */
  async senderOf(request: FastifyRequest): Promise<KnownCaller | null> {
    const anyone = this.access.keysRequired ? null : { ...ANYONE, expiresAt: null };
    const credential = credentialOf(request);
    if (!credential || (anyone && isForAnother(credential, request))) return anyone;
    const caller = await this.callers.identify(credential);
    if (caller && credential.kind === 'session' && !isFromOurPages(request)) throw notFromOurPages();
    if (caller && credential.isInAddress && caller.role !== 'look') throw tooMuchForAnAddress(caller);
    if (caller) return caller;
    if (anyone && credential.kind === 'session') return anyone;
    await this.limits.countFailure(request);
    throw credentialRefused();
  }
}

/** A key in the form of ours is never taken for one of another vendor. */
const isForAnother = ({ kind, text }: Credential, { routeOptions }: FastifyRequest): boolean =>
  routeOptions.config.keyPlaces !== undefined && kind === 'key' && keyIdIn(text) === null;

/** What nobody named, such as a path that does not exist, needs the least role: who has none learns nothing of it. */
const needOf = ({ routeOptions }: FastifyRequest): Need => routeOptions.config.needs ?? 'look';

/** Whoever restarts us when we are ill must always get an answer. */
const isHealth = ({ routeOptions }: FastifyRequest): boolean => routeOptions.url?.startsWith('/health/') ?? false;
