import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { readableLines } from '#rotunda/runtime';

/** A line for people, which a service with LOG_JSON=false writes: `[2026-11-23 17:55:12.345] WARN: gateway [NATS] connection lost`. */
const READABLE_LINE = /^\[[^\]]+\] ([A-Z]+): \S+ (.+)$/;
const WORTH_SHOWING = new Set(['WARN', 'ERROR', 'FATAL']);
const LAST_LINES = 8;

/** What the operator should see of a log line, e.g. `ERROR [NATS] connection lost`; null if nothing. */
export function shortForm(line: string): string | null {
  const [level, text] = ofJson(line) ?? READABLE_LINE.exec(line)?.slice(1) ?? [];
  return level !== undefined && WORTH_SHOWING.has(level) ? `${level} ${text}` : null;
}

function ofJson(line: string): [level: string, text: string] | null {
  try {
    const { level, context, msg } = JSON.parse(line) as { level?: unknown; context?: string; msg?: string };
    return [String(level).toUpperCase(), `${context ? `[${context}] ` : ''}${msg}`];
  } catch {
    return null;
  }
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
    const lines = (await readFile(this.file, 'utf8')).trimEnd().split('\n').slice(-LAST_LINES);
    const readable = await readableLines(false);
    return lines.map((line) => readable(line).trimEnd()).join('\n');
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
