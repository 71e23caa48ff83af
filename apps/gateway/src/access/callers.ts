import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { digest, isKeyUsable, keyIdIn, Keys, newSecret, Sessions } from '#rotunda/persistence';
import { type Clock, CLOCK } from '#rotunda/runtime';
import type { Caller } from './caller.js';
import type { Credential } from './credential.js';
import { RecentCallers } from './recent-callers.js';
import { ACCESS, type Access } from './settings.js';

const HOUR_MS = 60 * 60 * 1_000;
/** A working day; after that a browser signs in again. */
const SESSION_MS = 12 * HOUR_MS;

/** No key has it: ids have 16 characters. */
const NO_KEY = '';
const NO_HASH = digest('no key');

/** Somebody with a valid credential. */
export interface KnownCaller extends Caller {
  /** Null: never. */
  expiresAt: Date | null;
}

/** Finds out whose a credential is, and begins and ends sessions. */
@Injectable()
export class Callers {
  private readonly logger = new Logger('Access');
  private readonly recent: RecentCallers<KnownCaller>;

  constructor(
    private readonly keys: Keys,
    private readonly sessions: Sessions,
    @Inject(CLOCK) private readonly now: Clock,
    @Inject(ACCESS) private readonly access: Access,
  ) {
    this.recent = new RecentCallers(now);
  }

  /**
   * Null if the credential is not valid, for whatever reason: each takes the same steps, one hash and one query.
   * @throws ProblemException (503) if Postgres is away
   */
  async identify({ kind, text }: Credential): Promise<KnownCaller | null> {
    const hash = kind === 'key' ? digest(text) : this.sessionHash(text);
    const ask = (): Promise<KnownCaller | null> => (kind === 'key' ? this.ownerOf(text, hash) : this.signedIn(hash));
    const caller = await this.recent.find(`${kind}:${hash.toString('hex')}`, ask);
    return caller && (caller.expiresAt === null || caller.expiresAt > this.now()) ? caller : null;
  }

  /** Compares in constant time. False where no password is set. */
  isPassword(text: string): boolean {
    const { password } = this.access;
    return timingSafeEqual(digest(text), digest(password ?? newSecret())) && password !== null;
  }

  /** @returns the new session, and what its cookie holds */
  async beginSession(by: KnownCaller | 'password'): Promise<{ caller: KnownCaller; cookie: string }> {
    const now = this.now();
    const end = new Date(now.getTime() + SESSION_MS);
    const key = by === 'password' ? null : by;
    const expiresAt = key?.expiresAt && key.expiresAt < end ? key.expiresAt : end;
    const cookie = `${key ? 'k' : 'p'}.${newSecret()}`;
    await this.sessions.begin({ hash: this.sessionHash(cookie), keyId: key?.id ?? null, expiresAt }, now);
    return { caller: this.sessionOf(key, expiresAt), cookie };
  }

  async endSession(cookie: string): Promise<void> {
    const hash = this.sessionHash(cookie);
    await this.sessions.end(hash);
    this.recent.forget((_, known) => known === `session:${hash.toString('hex')}`);
  }

  /** So that a key that was revoked here is refused at once; other gateways take some seconds. */
  forgetKey(id: string): void {
    this.recent.forget((caller) => caller.id === id);
  }

  private async ownerOf(text: string, hash: Buffer): Promise<KnownCaller | null> {
    const key = await this.keys.find(keyIdIn(text) ?? NO_KEY);
    const isRight = timingSafeEqual(hash, key?.hash ?? NO_HASH);
    if (!key || !isRight || !isKeyUsable(key, this.now())) return null;
    this.markUsed(key.id);
    const { id, name, role, expiresAt } = key;
    return { kind: 'key', id, name, role, expiresAt };
  }

  private async signedIn(hash: Buffer): Promise<KnownCaller | null> {
    const session = await this.sessions.find(hash);
    if (!session || (session.key && !isKeyUsable(session.key, this.now()))) return null;
    if (session.key) this.markUsed(session.key.id);
    return this.sessionOf(session.key, session.expiresAt);
  }

  private sessionOf(key: Pick<KnownCaller, 'id' | 'name' | 'role'> | null, expiresAt: Date): KnownCaller {
    const { id, name, role } = key ?? { id: null, name: 'password', role: this.access.passwordRole };
    return { kind: 'session', id, name, role, expiresAt };
  }

  /** A password's session is bound to the password: another one, or none, ends it. */
  private sessionHash(cookie: string): Buffer {
    return digest(cookie.startsWith('p.') ? `${cookie}\n${this.access.password ?? newSecret()}` : cookie);
  }

  /** Nobody waits for it, and a request does not fail for it. */
  private markUsed(id: string): void {
    this.keys
      .markUsed(id, this.now())
      .catch((error: unknown) => this.logger.debug(`last use of ${id}: ${String(error)}`));
  }
}
