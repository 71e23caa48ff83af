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

/** A pull that nobody answers ends by itself, so that one which a restarted server forgot can't hang a worker. */
const EXPIRES_MS = 1_000;

export interface Pulled {
  message: JsMsg | null;
  /** Whether the server said anything: that there is nothing is an answer, silence is none. */
  answered: boolean;
}

/**
 * Asks for one message, and waits a second for it. `next()` of the client does the same, and does not tell an empty
 * queue from a server that says nothing.
 *
 * Once the signal aborts it only waits for what the server has sent by then, which may be a message.
 *
 * @throws NatsError where the consumer or the server is gone
 */
export async function pullOne(consumer: Consumer, signal: AbortSignal): Promise<Pulled> {
  const messages = await consumer.fetch({ max_messages: 1, expires: EXPIRES_MS });
  const answer = noteAnswer(messages);
  const end = (): void => drain(messages);
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  try {
    for await (const message of messages) return { message, answered: true };
    // The client ends the pull and tells why in the same turn, in this order.
    await turn();
    return { message: null, answered: answer.came };
  } finally {
    signal.removeEventListener('abort', end);
  }
}

/**
 * Asks for one message, and waits for none: what is not there now is an answer too.
 *
 * @throws NatsError where the consumer or the server is gone
 */
export async function pullWaiting(jetstream: JetStreamClient, stream: string, consumer: string): Promise<Pulled> {
  try {
    return { message: await jetstream.pull(stream, consumer), answered: true };
  } catch (error) {
    if (error instanceof NatsError && NONE_WAITING.has(error.code)) return { message: null, answered: true };
    throw error;
  }
}

/** The second where other workers wait for messages already. */
const NONE_WAITING: ReadonlySet<string> = new Set([
  ErrorCode.JetStream404NoMessages,
  ErrorCode.JetStream408RequestTimeout,
]);

/**
 * Ends a pull in order. `close()` of the client drops a message that is on its way, which then waits for its ack wait to
 * pass; draining the pull's subscription brings it still, and the client ends the pull after it. Only the connection
 * can be drained publicly. While it is away there is no answer to wait for, and the pull ends by its time.
 */
function drain(messages: ConsumerMessages): void {
  const { sub } = messages as ConsumerMessages & { sub: Subscription };
  if (!sub.isClosed()) void sub.drain();
}

/** The server's "nothing within that time" shows as a debug event only. */
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
