import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  status: number;
  contentType: string;
  body: string;
}

/** Longer than any answer takes on a busy machine. */
const HANGS_AFTER_MS = 30_000;

interface Sending {
  port: number;
  /** Each character is a byte: `fetch` refuses to send most of what a fuzzer makes. */
  bytes: string;
  /** Hangs up if there is no answer by then: for requests that may wait. */
  cutAfterMs?: number;
}

/**
 * Sends a request over a connection of its own, and hangs up on an event stream after its head.
 *
 * @returns null where the gateway closed the connection without an answer, or we hung up
 * @throws Error if it neither answers nor closes
 */
export function send({ port, bytes, cutAfterMs }: Sending): Promise<RawAnswer | null> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ host: '127.0.0.1', port });
    let received = '';
    const end = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answerIn(received));
    };
    const timer = setTimeout(() => {
      if (cutAfterMs !== undefined) return end();
      socket.destroy();
      reject(new Error(`no answer within ${HANGS_AFTER_MS} ms, but: ${received.slice(0, 200)}`));
    }, cutAfterMs ?? HANGS_AFTER_MS);
    socket.setEncoding('latin1').on('data', (text: string) => {
      received += text;
      if (/^content-type: text\/event-stream/im.test(received) && received.includes('\r\n\r\n')) end();
    });
    // It may answer and close before it has read a body that is too large.
    socket.on('error', end).on('close', end);
    socket.write(bytes, 'latin1');
  });
}

const INTERIM = /^HTTP\/1\.1 1\d\d [^]*?\r\n\r\n/;

function answerIn(received: string): RawAnswer | null {
  const text = received.replace(INTERIM, '');
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
  if (status === 0) return null;
  const contentType = /^content-type: (.*)$/im.exec(head)?.[1]?.trim() ?? '';
  const sent = rest.join('\r\n\r\n');
  const body = /^transfer-encoding: chunked/im.test(head) ? withoutChunks(sent) : sent;
  return { status, contentType, body: Buffer.from(body, 'latin1').toString('utf8') };
}

function withoutChunks(text: string): string {
  let left = text;
  let whole = '';
  for (let size = sizeOf(left); size > 0; size = sizeOf(left)) {
    const from = left.indexOf('\r\n') + 2;
    whole += left.slice(from, from + size);
    left = left.slice(from + size + 2);
  }
  return whole;
}

const sizeOf = (text: string): number => Number.parseInt(text, 16) || 0;
