import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** A line of Nest's console logger: `[gateway] 4711  - 11/23/2026, 5:55:12 PM   ERROR [NATS] connection lost`. */
const NEST_LINE = /^\[[^\]]+\] \d+ +- .+? (LOG|WARN|ERROR|DEBUG|VERBOSE|FATAL) +(.+)$/;
const WORTH_SHOWING = new Set(['WARN', 'ERROR', 'FATAL']);
const LAST_LINES = 8;

/** What the operator should see of a log line, e.g. `ERROR [NATS] connection lost`; null if nothing. */
export function shortForm(line: string): string | null {
  const match = NEST_LINE.exec(line);
  return match && WORTH_SHOWING.has(match[1]!) ? `${match[1]} ${match[2]}` : null;
}

/** The log file of one service, across its restarts. */
export class ServiceLog {
  private stream: WriteStream | null = null;
  private isLosing = false;

  private constructor(
    readonly file: string,
    private readonly onWarning: (line: string) => void,
  ) {}

  /** Starts a new file, and keeps that of the last run as `.1`. */
  static async open(file: string, onWarning: (line: string) => void): Promise<ServiceLog> {
    await mkdir(dirname(file), { recursive: true });
    await rename(file, `${file}.1`).catch(onMissing);
    return new ServiceLog(file, onWarning);
  }

  /** Logs what a process prints. */
  take(output: Readable): void {
    createInterface({ input: output }).on('line', (line) => {
      this.write(`${line}\n`);
      const warning = shortForm(line);
      if (warning) this.onWarning(warning);
    });
  }

  /** The last lines, which usually say why a process ended. */
  async lastLines(): Promise<string> {
    await new Promise<void>((written) => this.write('', written));
    const lines = (await readFile(this.file, 'utf8')).trimEnd().split('\n');
    return lines.slice(-LAST_LINES).join('\n');
  }

  /** A full disk must not end the supervisor: a line that can't be written is lost, and the next one is tried. */
  private write(text: string, done?: () => void): void {
    this.stream ??= this.openStream();
    this.stream.write(text, (error) => {
      if (!error && text !== '') this.isLosing = false;
      done?.();
    });
  }

  private openStream(): WriteStream {
    const stream = createWriteStream(this.file, { flags: 'a' });
    stream.on('error', (error) => {
      if (this.stream === stream) this.stream = null;
      if (!this.isLosing) this.onWarning(`its log can't be written: ${error.message}`);
      this.isLosing = true;
    });
    return stream;
  }
}

function onMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
