import { parentPort } from 'node:worker_threads';
import { READY, type ThreadMessage } from './thread-messages.js';

/**
 * The thread's side of `WorkerThread`. Call it from the thread's module.
 *
 * @param begin gets the thread's first message, before any request
 * @param answer gets each request; what it throws is the request's error
 */
export function serveRequests<Start, Request, Result>(
  begin: (start: Start) => void,
  answer: (request: Request, progress: (report: unknown) => void) => Promise<Result>,
): void {
  if (!parentPort) throw new Error('This module must be started as a worker thread, by WorkerThread');
  const port = parentPort;
  const send = (message: ThreadMessage<Result>): void => port.postMessage(message);
  const serve = async (request: Request): Promise<void> => {
    try {
      send({ result: await answer(request, (progress) => send({ progress })) });
    } catch (error) {
      const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
      send({ error: { name, message, stack } });
    }
  };
  port.once('message', (start: Start) => {
    begin(start);
    port.on('message', (request: Request) => void serve(request));
    send(READY);
  });
}
