import { HttpStatus, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { invalidFields } from '../http/known-errors.js';
import { Callers, type KnownCaller } from './callers.js';
import { Limits } from './limits.js';
import { credentialRefused } from './refusals.js';
import type { SignInBody } from './session.view.js';

/** Checks what somebody signs in with. */
@Injectable()
export class SignIn {
  constructor(
    private readonly callers: Callers,
    private readonly limits: Limits,
  ) {}

  /** @throws ProblemException: 401, or 429 after too many failures, also for what would be right */
  async check({ key, password }: SignInBody, request: FastifyRequest): Promise<KnownCaller | 'password'> {
    if ((key === undefined) === (password === undefined)) {
      const message = 'key or password must be given, and not both';
      throw invalidFields(HttpStatus.UNPROCESSABLE_ENTITY, [{ field: 'key', message }]);
    }
    await this.limits.refuseGuesser(request);
    const found =
      key === undefined ? this.byPassword(password ?? '') : await this.callers.identify({ kind: 'key', text: key });
    if (found) return found;
    await this.limits.countFailure(request);
    throw credentialRefused();
  }

  private byPassword(password: string): 'password' | null {
    return this.callers.isPassword(password) ? 'password' : null;
  }
}
