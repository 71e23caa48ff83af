import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';

/** So much waits for a client that reads slowly, besides a batch of rows or a column of a row group. */
const WAITING_BYTES = 64 * 1024;

type Chunks = AsyncGenerator<string | Uint8Array, void>;

interface Export<Row> {
  /** From Postgres; holds a connection until it has ended or is told to. */
  source: AsyncGenerator<Row[], void>;
  present: (row: Row) => object;
  encode: (batches: AsyncIterable<object[]>) => Chunks;
  /** A client that takes nothing for so long is given up. */
  stalledAfterMs: number;
  /** Called when nothing of it is open any more, however it ended; perhaps twice. */
  onEnd: () => void;
}

const logger = new Logger('Exports');

/**
 * The bytes of an export, made as fast as the client takes them. Where the source fails, the stream does: the connection
 * is cut, and a file without its end never looks whole.
 */
export class ExportBody<Row> {
  readonly stream: Readable;
  /** So far. */
  rows = 0;
  private readonly hash = createHash('sha256');

  /** Waits for the first rows, so that a database that is away is an error of its own, not a broken file. */
  static async of<Row>(wanted: Export<Row>): Promise<ExportBody<Row>> {
    try {
      return new ExportBody(wanted, await wanted.source.next());
    } catch (error) {
      wanted.onEnd();
      throw error;
    }
  }

  private constructor(
    private readonly wanted: Export<Row>,
    private readonly first: IteratorResult<Row[], void>,
  ) {
    const { source, onEnd } = wanted;
    this.stream = Readable.from(this.chunks(), { objectMode: false, highWaterMark: WAITING_BYTES });
    this.stream.on('error', (error) => logger.warn(`An export ended after ${this.rows} rows: ${error.message}`));
    // A generator that nobody has read from yet does not run its `finally`.
    this.stream.once('close', () => void source.return().then(onEnd, onEnd));
  }

  /** Of all bytes; ask once, at the end. */
  sha256(): Buffer {
    return this.hash.digest();
  }

  private async *chunks(): AsyncGenerator<Uint8Array, void> {
    for await (const chunk of this.wanted.encode(this.batches())) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      if (bytes.length === 0) continue;
      this.hash.update(bytes);
      const stalled = setTimeout(this.giveUp, this.wanted.stalledAfterMs);
      try {
        yield bytes;
      } finally {
        clearTimeout(stalled);
      }
    }
    this.wanted.onEnd();
  }

  private async *batches(): AsyncGenerator<object[], void> {
    const { source, present } = this.wanted;
    try {
      for (let next = this.first; !next.done; next = await source.next()) {
        this.rows += next.value.length;
        yield next.value.map(present);
      }
    } finally {
      await source.return();
    }
  }

  private readonly giveUp = (): void => {
    this.stream.destroy(new Error(`its client took nothing for ${this.wanted.stalledAfterMs} ms`));
  };
}
