import {
  type Chamber,
  CHAMBERS,
  controlSubject,
  WORKER_VERBS,
  type WorkerState,
  type WorkerVerb,
} from '#rotunda/contracts';
import { Injectable, Logger } from '@nestjs/common';
import { ErrorCode, type Msg, NatsError, type Subscription } from 'nats';
import { NatsClient } from './connection/nats-client.js';

/** The worker that is asked: an entry of KV `workers` will do. */
export interface ControlledWorker {
  chamber: Chamber;
  id: string;
}

/** The worker is in KV `workers` but does not answer: it froze or died, or its version takes no requests. */
export class WorkerSilentError extends Error {
  override readonly name = 'WorkerSilentError';
}

/** Does what the verb says, and says how the worker is then. */
type Answer = (verb: WorkerVerb) => Promise<WorkerState>;

/**
 * Requests to one worker and their answers, over core NATS: a worker that is away never gets a request late. KV
 * `workers` says which workers there are, so nothing is asked of all at once.
 */
@Injectable()
export class ControlChannel {
  private readonly logger = new Logger('Worker');

  constructor(private readonly client: NatsClient) {}

  /** @returns the worker's own state @throws WorkerSilentError, MessagingUnavailableError, NatsAccessError */
  async ask({ chamber, id }: ControlledWorker, verb: WorkerVerb, withinMs: number): Promise<WorkerState> {
    if (!isAskable(chamber, id)) throw new WorkerSilentError(`${JSON.stringify(id)} can't be asked`);
    this.client.requireConnection();
    try {
      const subject = controlSubject(chamber, id, verb);
      const answer = await this.client.connection.request(subject, undefined, { timeout: withinMs });
      return answer.json<WorkerState>();
    } catch (error) {
      if (isSilence(error)) throw new WorkerSilentError(`${id} does not answer`, { cause: error });
      throw this.client.translate(error);
    }
  }

  /**
   * Answers what this worker is asked, by anyone who may ask.
   *
   * @returns a function that ends it, once the answers in progress are sent
   */
  answer({ chamber, id }: ControlledWorker, answer: Answer): () => Promise<void> {
    const subscription = this.client.connection.subscribe(controlSubject(chamber, id, '*'));
    const answered = this.answerAll(subscription, answer);
    return async () => {
      subscription.unsubscribe();
      await answered;
    };
  }

  /** One after the other: the last request counts. */
  private async answerAll(requests: Subscription, answer: Answer): Promise<void> {
    try {
      for await (const request of requests) await this.reply(request, answer);
    } catch (error) {
      // E.g. NATS denies the subscription. The worker works on; it just can't be asked.
      this.logger.warn(`no operator can ask this worker: ${String(error)}`);
    }
  }

  private async reply(request: Msg, answer: Answer): Promise<void> {
    const verb = WORKER_VERBS.find((one) => one === request.subject.split('.').at(-1));
    if (!verb) return;
    try {
      const state = JSON.stringify(await answer(verb));
      // Whoever asks names where the answer goes. Elsewhere it would be a message that this user has no right to send.
      if (request.reply?.startsWith('_INBOX')) request.respond(state);
    } catch (error) {
      this.logger.warn(`could not answer ${request.subject}: ${String(error)}`);
    }
  }
}

/** Any scraper may write into KV `workers`. In a subject, a line break would begin a command of its own to the server. */
const isAskable = (chamber: Chamber, id: string): boolean => CHAMBERS.includes(chamber) && /^[\w-]+$/.test(id);

const SILENCE: ReadonlySet<string> = new Set([ErrorCode.NoResponders, ErrorCode.Timeout]);
const isSilence = (error: unknown): boolean => error instanceof NatsError && SILENCE.has(error.code);
