import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { LayoutChangedError, type ParsedFiling, UnreadableDocumentError } from '#rotunda/domain';
import { pdfiumCode } from '../pdf/pdf-engine.js';
import { READY, type ParseAnswer, type ParseRequest, type ThreadStart } from './pdf-protocol.js';

/**
 * A worker thread that parses one document at a time. The first document starts it; after it was stopped, crashed, or
 * exceeded the time limit, the next document starts it again.
 */
export class PdfThread {
  #worker: Worker | undefined;
  readonly #stopped = new WeakSet<Worker>();

  /**
   * @param timeLimitMs counted from when the thread is ready, so that a slow start does not fail a document
   * @throws UnreadableDocumentError also when the time limit was exceeded or the thread ended; the thread is gone then
   */
  async parse(request: ParseRequest, timeLimitMs: number): Promise<ParsedFiling> {
    const worker = (this.#worker ??= this.#start());
    worker.ref();
    try {
      const answer = await answerOf(worker, request, timeLimitMs);
      if ('filing' in answer) return answer.filing;
      throw revive(answer.error);
    } catch (error) {
      if (!(error instanceof ThreadLostError)) throw error;
      if (this.#stopped.has(worker)) throw new Error('The PDF thread was stopped', { cause: error });
      await this.stop();
      throw new UnreadableDocumentError(error.message, { cause: error.cause });
    } finally {
      // An idle thread must not keep the process alive.
      worker.unref();
    }
  }

  /** Stops the thread, also in the middle of a document (takes about 10 ms); may be called twice. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    if (!worker) return;
    this.#stopped.add(worker);
    await worker.terminate();
  }

  #start(): Worker {
    const worker = startWorker();
    const fail = (error: unknown): boolean => worker.emit('error', error);
    pdfiumCode().then((code) => worker.postMessage(code satisfies ThreadStart), fail);
    // A thread that ended between two documents would never answer the next one.
    return worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
  }
}

/** The thread is gone, or over its time limit: it must not be used again. */
class ThreadLostError extends Error {}

const BROKE = 'The thread broke while it parsed the document';
const OUT_OF_MEMORY = 'Parsing the document takes more memory than is allowed';
const isOutOfMemory = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';

/** Threads that have announced that they are loaded. */
const READY_WORKERS = new WeakSet<Worker>();

function answerOf(worker: Worker, request: ParseRequest, timeLimitMs: number): Promise<ParseAnswer> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      act();
    };
    const onOverrun = (): void =>
      settle(() => reject(new ThreadLostError(`The document took longer than ${timeLimitMs} ms to parse`)));
    const onError = (cause: unknown): void =>
      settle(() => reject(new ThreadLostError(isOutOfMemory(cause) ? OUT_OF_MEMORY : BROKE, { cause })));
    const onExit = (code: number): void =>
      settle(() => reject(new ThreadLostError(`The thread ended with code ${code} before it had parsed the document`)));
    const send = (): void => {
      timer = setTimeout(onOverrun, timeLimitMs);
      worker.postMessage(request);
    };
    const onMessage = (message: ParseAnswer | typeof READY): void => {
      if (message === READY) {
        READY_WORKERS.add(worker);
        send();
      } else settle(() => resolve(message));
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    if (READY_WORKERS.has(worker)) send();
  });
}

function revive({ name, message, stack }: { name: string; message: string; stack: string | undefined }): Error {
  if (name === 'UnreadableDocumentError') return new UnreadableDocumentError(message);
  if (name === 'LayoutChangedError') return new LayoutChangedError(message);
  return Object.assign(new Error(message), { name, stack });
}

/**
 * Limits JavaScript's memory; PDFium's is capped in `pdf-engine.ts`. The longest filing known (81 pages) takes 40 MB,
 * one of 500 pages 400 MB. A small young generation keeps two threads below 250 MB in total.
 */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 16 };

/** Built code loads its JavaScript. Sources (tests) need tsx in the thread too: Node 20 can't load TypeScript there. */
function startWorker(): Worker {
  const options = { resourceLimits: RESOURCE_LIMITS };
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./pdf-worker.js', import.meta.url), options);
  // Loads the ES module by path: `resolve` would give the CommonJS one, which looks for its loader in the wrong folder.
  const tsxPackage = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'));
  const tsx = new URL('./dist/esm/api/index.mjs', tsxPackage).href;
  const source = new URL('./pdf-worker.ts', import.meta.url).href;
  const stub = `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(source)}); });`;
  return new Worker(stub, { ...options, eval: true, execArgv: ['--conditions=rotunda-source'] });
}
