import { connect as openSocket } from 'node:net';

const INBOX = '_INBOX.rotunda.answers';
/** It looks at every stream: one that hangs is enough to keep the answer back. */
const QUESTION = '$JS.API.STREAM.LIST';
const ASK = `CONNECT {"verbose":false,"pedantic":false}\r\nSUB ${INBOX} 1\r\nPUB ${QUESTION} ${INBOX} 0\r\n\r\n`;
const ANSWER = new RegExp(`^MSG ${INBOX} 1 \\d+\\r\\n(.*)`, 'm');

/**
 * Whether JetStream answers there, and is on. In the protocol's own words, and over a connection of its own each time:
 * nothing that a client library keeps can stand between the server and the question.
 */
export function jetStreamAnswers(port: number, withinMs: number): Promise<boolean> {
  return new Promise((tell) => {
    let heard = '';
    const socket = openSocket({ host: '127.0.0.1', port }).setEncoding('utf8');
    const tooLate = setTimeout(() => end(false), withinMs);
    const end = (answers: boolean): void => {
      clearTimeout(tooLate);
      tell(answers);
      socket.destroy();
    };
    socket.once('connect', () => socket.write(ASK));
    socket.on('data', (text: string) => {
      heard += text;
      const answer = ANSWER.exec(heard)?.[1];
      // An error ("JetStream not enabled") stands at the head of it, before the streams.
      if (answer !== undefined && answer.length > HEAD_CHARACTERS) end(!answer.includes('"error":'));
    });
    socket.once('error', () => end(false));
    socket.once('close', () => end(false));
  });
}

/** `{"type":"io.nats.jetstream.api.v1.stream_list_response",` and what follows it at once. */
const HEAD_CHARACTERS = 80;
