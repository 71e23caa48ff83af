const CLEAR_LINE = '\r\u001b[2K';
const LINE_UP = '\u001b[1A';
/** In a file or a pipe each update of the progress is a line: not too many. */
const PLAIN_PROGRESS_EVERY_MS = 3_000;

type Output = Pick<NodeJS.WriteStream, 'write' | 'isTTY'> & Partial<Pick<NodeJS.WriteStream, 'columns'>>;

/** What the operator sees: lines, and some lines of progress that update themselves. */
export class Terminal {
  /** Lines of progress that are shown. */
  private shownLines = 0;
  private lastPlainMs = -Infinity;

  constructor(
    private readonly output: Output = process.stdout,
    private readonly errors: Output = process.stderr,
    private readonly nowMs: () => number = () => performance.now(),
    private readonly env = ourEnvironment(),
  ) {}

  /** Whether people read the answer there, rather than a file or a program. */
  get isTerminal(): boolean {
    return this.output.isTTY;
  }

  /** A terminal that knows them, unless NO_COLOR (https://no-color.org) is set. */
  get hasColours(): boolean {
    return this.isTerminal && this.env['TERM'] !== 'dumb' && !this.env['NO_COLOR'];
  }

  /** In characters; unlimited in a file or a pipe. */
  get width(): number {
    return (this.isTerminal && this.output.columns) || Infinity;
  }

  say(line: string): void {
    this.clearProgress();
    this.output.write(`${line}\n`);
  }

  /** For errors, also those that were handled. */
  warn(line: string): void {
    this.clearProgress();
    this.errors.write(`${line}\n`);
  }

  /** Whether lines of progress update in place; otherwise each update is a new line. */
  get updatesInPlace(): boolean {
    return this.isTerminal && this.env['TERM'] !== 'dumb';
  }

  progress(...lines: string[]): void {
    if (this.updatesInPlace) {
      // A wrapped line would count as one, and its beginning would stay.
      const width = (this.output.columns || Infinity) - 1;
      this.output.write(this.clearing() + lines.map((line) => line.slice(0, width)).join('\n'));
      this.shownLines = lines.length;
    } else if (this.nowMs() - this.lastPlainMs >= PLAIN_PROGRESS_EVERY_MS) {
      this.lastPlainMs = this.nowMs();
      for (const line of lines) this.output.write(`${line}\n`);
    }
  }

  /** Leaves the progress as it is, and goes on below it. */
  endProgress(): void {
    if (this.shownLines > 0) this.output.write('\n');
    this.shownLines = 0;
  }

  private clearProgress(): void {
    if (this.shownLines > 0) this.output.write(this.clearing());
    this.shownLines = 0;
  }

  private clearing(): string {
    return CLEAR_LINE + (LINE_UP + CLEAR_LINE).repeat(Math.max(0, this.shownLines - 1));
  }
}

function ourEnvironment(): NodeJS.ProcessEnv {
  // oxlint-disable-next-line node/no-process-env -- NO_COLOR is not a setting of ours.
  return process.env;
}
