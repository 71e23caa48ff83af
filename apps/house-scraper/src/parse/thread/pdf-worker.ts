import { parentPort } from 'node:worker_threads';
import { parsePtr } from '../parse-ptr.js';
import { usePdfiumCode } from '../pdf/pdf-engine.js';
import { READY, type ParseAnswer, type ParseRequest, type ThreadStart } from './pdf-protocol.js';

/** The thread's side of `PdfThread`. Load this module only as a worker. */
async function answer({ bytes, options }: ParseRequest): Promise<ParseAnswer> {
  try {
    return { filing: await parsePtr(bytes, options) };
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    return { error: { name, message, stack } };
  }
}

if (!parentPort) throw new Error('pdf-worker must be started as a worker thread, by PdfThread');
const port = parentPort;
port.once('message', (code: ThreadStart) => {
  usePdfiumCode(code);
  port.on('message', (request: ParseRequest) => {
    void answer(request).then((result) => port.postMessage(result));
  });
  port.postMessage(READY);
});
