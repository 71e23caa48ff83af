import { setImmediate as turn } from 'node:timers/promises';
import {
  type Consumer,
  ConsumerDebugEvents,
  type ConsumerMessages,
  ErrorCode,
  type JetStreamClient,
  type JsMsg,
  NatsError,
  type Subscription,
} from 'nats';

/** An unanswered pull expires, so that one which a restarted server has forgotten can't hang a worker. */
const EXPIRES_MS = 1_000;

export interface Pulled {
  message: JsMsg | null;
  /** Whether the server answered, even if only that there is no message. */
  answered: boolean;
}

/**
 * Pulls one message, waiting up to a second for it. The client's `next()` does the same, but does not distinguish an
 * empty queue from a silent server.
 *
 * Once the signal aborts, it waits only for what the server has already sent, which may be a message.
 *
 * @throws NatsError if the consumer or the server is gone
 */
export async function pullOne(consumer: Consumer, signal: AbortSignal): Promise<Pulled> {
  const messages = await consumer.fetch({ max_messages: 1, expires: EXPIRES_MS });
  const answer = noteAnswer(messages);
  const end = (): void => drain(messages);
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  try {
    for await (const message of messages) return { message, answered: true };
    // The client ends the pull and reports the reason in the same turn, in this order.
    await turn();
    return { message: null, answered: answer.came };
  } finally {
    signal.removeEventListener('abort', end);
  }
}

/**
 * Pulls one message without waiting: that there is none is an answer too.
 *
 * @throws NatsError if the consumer or the server is gone
 */
export async function pullWaiting(jetstream: JetStreamClient, stream: string, consumer: string): Promise<Pulled> {
  try {
    return { message: await jetstream.pull(stream, consumer), answered: true };
  } catch (error) {
    if (error instanceof NatsError && NONE_WAITING.has(error.code)) return { message: null, answered: true };
    throw error;
  }
}

/** The server sends 408 instead of 404 if other workers' pulls are already waiting. */
const NONE_WAITING: ReadonlySet<string> = new Set([
  ErrorCode.JetStream404NoMessages,
  ErrorCode.JetStream408RequestTimeout,
]);

/**
 * Ends a pull without losing a message. The client's `close()` drops a message in transit, which is then redelivered
 * only after the ack wait. Draining the pull's subscription still delivers it, and then the client ends the pull. The
 * client's public API drains only connections. While disconnected there is no answer to wait for, and the pull expires.
 */
function drain(messages: ConsumerMessages): void {
  const { sub } = messages as ConsumerMessages & { sub: Subscription };
  if (!sub.isClosed()) void sub.drain();
}

/** The client reports the server's 408 (request timeout) only as a debug event. */
function noteAnswer(messages: ConsumerMessages): { came: boolean } {
  const answer = { came: false };
  void (async () => {
    for await (const { type } of await messages.status()) {
      if (ANSWERS.has(type)) answer.came = true;
    }
  })();
  return answer;
}

const ANSWERS: ReadonlySet<string> = new Set([ConsumerDebugEvents.Discard, ConsumerDebugEvents.DebugEvent]);
