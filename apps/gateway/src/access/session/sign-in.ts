import { HttpStatus, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { invalidFields } from '../../http/known-errors.js';
import { Callers, type KnownCaller } from '../callers.js';
import { Limits } from '../limits.js';
import { credentialRefused } from '../refusals.js';
import type { SignInBody } from './session.view.js';

/** Checks what somebody signs in with. */
@Injectable()
export class SignIn {
  constructor(
    private readonly callers: Callers,
    private readonly limits: Limits,
  ) {}

  /** @throws ProblemException: 401, or 429 after too many tries */
  async check({ key, password }: SignInBody, request: FastifyRequest): Promise<KnownCaller | 'password'> {
    if ((key === undefined) === (password === undefined)) {
      const message = 'key or password must be given, and not both';
      throw invalidFields(HttpStatus.UNPROCESSABLE_ENTITY, [{ field: 'key', message }]);
    }
    return key === undefined ? this.byPassword(password ?? '', request) : this.byKey(key, request);
  }

  private async byKey(text: string, request: FastifyRequest): Promise<KnownCaller> {
    const found = await this.callers.identify({ kind: 'key', text });
    if (found) return found;
    await this.limits.countFailure(request);
    throw credentialRefused();
  }

  /** A person chose the password, so it can be guessed: each try counts before it is looked at, also a right one. */
  private async byPassword(text: string, request: FastifyRequest): Promise<'password'> {
    await this.limits.countFailure(request);
    if (this.callers.isPassword(text)) return 'password';
    throw credentialRefused();
  }
}
