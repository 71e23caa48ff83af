import { isDatabaseUnavailable } from '#rotunda/persistence';
import { type Clock, orLate } from '#rotunda/runtime';
import { cannotCheck } from './refusals.js';

/** How soon everyone knows that a key was revoked; until then a busy client costs no query. */
const FRESH_MS = 3_000;
/** How long those who were here just now may go on while Postgres is away. */
const STALE_MS = 60_000;
/** Meanwhile, how often they ask for it. */
const RETRY_MS = 1_000;
/** Postgres answers such a query in a millisecond. */
const ANSWERS_WITHIN_MS = 5_000;

interface Entry<T> {
  caller: T;
  checkedAt: number;
  /** While Postgres is away: when to ask it again. */
  askAgainAt: number;
}

/**
 * Those whose credential was found valid just now. Only valid ones are remembered, under the hash of the whole
 * credential: a wrong one always takes the same path, and can't fill the memory.
 */
export class RecentCallers<T extends { id: string | null }> {
  private readonly entries = new Map<string, Entry<T>>();
  private readonly asking = new Map<string, Promise<T | null>>();

  constructor(private readonly now: Clock) {}

  /**
   * @param digest of the credential
   * @throws ProblemException (503) if Postgres is away and the credential was not checked within the last minute
   */
  async find(digest: string, ask: () => Promise<T | null>): Promise<T | null> {
    const entry = this.entries.get(digest);
    const now = this.now().getTime();
    if (entry && (isWithin(entry.checkedAt, FRESH_MS, now) || now < entry.askAgainAt)) return entry.caller;
    try {
      return await this.askOnce(digest, ask);
    } catch (error) {
      if (!(error instanceof NoAnswerError) && !isDatabaseUnavailable(error)) throw error;
      if (!entry || !isWithin(entry.checkedAt, STALE_MS, now)) throw cannotCheck(error);
      entry.askAgainAt = Math.min(now + RETRY_MS, entry.checkedAt + STALE_MS);
      return entry.caller;
    }
  }

  /** For a key that was just revoked, or a session that was ended. */
  forget(isIt: (caller: T, digest: string) => boolean): void {
    for (const [digest, { caller }] of this.entries) {
      if (isIt(caller, digest)) this.entries.delete(digest);
    }
    // What is being asked may have been read before the change.
    this.asking.clear();
  }

  /** Many requests at once with one key ask once. */
  private askOnce(digest: string, ask: () => Promise<T | null>): Promise<T | null> {
    const asked = this.asking.get(digest);
    if (asked) return asked;
    const isLatest = (): boolean => this.asking.get(digest) === answer;
    const answer = orLate(ask(), ANSWERS_WITHIN_MS, tooLate)
      .then((caller) => (isLatest() ? this.remember(digest, caller) : caller))
      .finally(() => isLatest() && this.asking.delete(digest));
    this.asking.set(digest, answer);
    return answer;
  }

  private remember(digest: string, caller: T | null): T | null {
    const now = this.now().getTime();
    for (const [old, { checkedAt }] of this.entries) {
      if (!isWithin(checkedAt, STALE_MS, now)) this.entries.delete(old);
    }
    if (caller) this.entries.set(digest, { caller, checkedAt: now, askAgainAt: 0 });
    else this.entries.delete(digest);
    return caller;
  }
}

/** False too if the clock was set back. */
const isWithin = (since: number, ms: number, now: number): boolean => now >= since && now - since < ms;

class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

/** A Postgres that takes a query and does not answer counts as away. */
function tooLate(): never {
  throw new NoAnswerError(`no answer within ${ANSWERS_WITHIN_MS} ms`);
}
