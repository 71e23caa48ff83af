import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Audited } from '../../http/audited.js';
import { ApiProblems } from '../../http/api-problems.js';
import { setCaller } from '../caller.js';
import { Callers, type KnownCaller } from '../callers.js';
import { SESSION_COOKIE } from '../credential.js';
import { Guard } from '../guard.js';
import { OpenToAll } from '../needs.js';
import { SignIn } from './sign-in.js';
import { presentSession, SessionView, SignInBody } from './session.view.js';
import { ACCESS, type Access } from '../settings.js';

/** Out of reach of scripts, and only with requests that our own pages make. */
const COOKIE = { path: '/', httpOnly: true, sameSite: 'strict', secure: 'auto' } as const;

/** For browsers: a key or the dashboard's password becomes a cookie. */
@ApiTags('access')
@Controller('session')
export class SessionController {
  constructor(
    private readonly guard: Guard,
    private readonly callers: Callers,
    private readonly signIn: SignIn,
    @Inject(ACCESS) private readonly access: Access,
  ) {}

  @Get()
  @OpenToAll()
  @ApiOperation({ summary: 'Says who you are, what you may do, and whether a key is needed here' })
  @ApiOkResponse({ type: SessionView })
  @ApiProblems(401, 429, 503)
  async show(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    void reply.header('cache-control', 'no-store');
    return presentSession(await this.guard.senderOf(request), this.access);
  }

  @Post()
  @HttpCode(HttpStatus.CREATED)
  @OpenToAll()
  @Audited('session.start', { secretBody: true })
  @ApiOperation({
    summary: 'Signs a browser in for twelve hours, with a key or the dashboard’s password: sets a cookie',
  })
  @ApiCreatedResponse({ type: SessionView })
  @ApiProblems(401, 403, 413, 415, 422, 429, 503)
  async begin(
    @Body() body: SignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { caller, cookie } = await this.callers.beginSession(await this.signIn.check(body, request));
    setCaller(request, caller);
    void reply
      .header('cache-control', 'no-store')
      .setCookie(SESSION_COOKIE, cookie, { ...COOKIE, ...(caller.expiresAt && { expires: caller.expiresAt }) });
    return presentSession(caller, this.access);
  }

  @Delete()
  @HttpCode(HttpStatus.NO_CONTENT)
  @OpenToAll()
  @Audited('session.end')
  @ApiOperation({ summary: 'Signs the browser out: ends its session, if it has one' })
  @ApiNoContentResponse()
  @ApiProblems(403, 429, 503)
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const cookie = request.cookies[SESSION_COOKIE];
    if (cookie !== undefined) {
      const caller: KnownCaller | null = await this.callers.identify({ kind: 'session', text: cookie });
      if (caller) setCaller(request, caller);
      await this.callers.endSession(cookie);
    }
    void reply.clearCookie(SESSION_COOKIE, COOKIE);
  }
}
