import { connect as openSocket } from 'node:net';

const INBOX = '_INBOX.rotunda.answers';
/** Looks at every stream: a single one that hangs holds the answer back. */
const QUESTION = '$JS.API.STREAM.LIST';
const ASK = `CONNECT {"verbose":false,"pedantic":false}\r\nSUB ${INBOX} 1\r\nPUB ${QUESTION} ${INBOX} 0\r\n\r\n`;
const ANSWER = new RegExp(`^MSG ${INBOX} 1 \\d+\\r\\n(.*)`, 'm');

/**
 * Whether JetStream is enabled and answers. Speaks the plain protocol on a new connection each time, so that no state of a
 * client library affects the result.
 */
export function jetStreamAnswers(port: number, withinMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = openSocket({ host: '127.0.0.1', port }).setEncoding('utf8');
    const tooLate = setTimeout(() => end(false), withinMs);
    const end = (answers: boolean): void => {
      clearTimeout(tooLate);
      resolve(answers);
      socket.destroy();
    };
    socket.once('connect', () => socket.write(ASK));
    socket.on('data', (text: string) => {
      heard += text;
      const answer = ANSWER.exec(heard)?.[1];
      // An error ("JetStream not enabled") comes at the start, before the streams.
      if (answer !== undefined && answer.length > HEAD_CHARACTERS) end(!answer.includes('"error":'));
    });
    socket.once('error', () => end(false));
    socket.once('close', () => end(false));
  });
}

/** `{"type":"io.nats.jetstream.api.v1.stream_list_response",` and the beginning of what follows. */
const HEAD_CHARACTERS = 80;
