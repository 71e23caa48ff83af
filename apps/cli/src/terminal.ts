const CLEAR_LINE = '\r\u001b[2K';
/** In a file or a pipe each update of the progress is a line: not too many. */
const PLAIN_PROGRESS_EVERY_MS = 3_000;

type Output = Pick<NodeJS.WriteStream, 'write' | 'isTTY'>;

/** What the operator sees: lines, and one line of progress that updates itself. */
export class Terminal {
  private showsProgress = false;
  private lastPlainMs = -Infinity;

  constructor(
    private readonly output: Output = process.stdout,
    private readonly errors: Output = process.stderr,
    private readonly nowMs: () => number = () => performance.now(),
    private readonly env = ourEnvironment(),
  ) {}

  /** A terminal, unless NO_COLOR (https://no-color.org) is set. */
  get hasColours(): boolean {
    return this.output.isTTY && !this.env['NO_COLOR'];
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

  progress(line: string): void {
    if (this.output.isTTY) {
      this.output.write(CLEAR_LINE + line);
      this.showsProgress = true;
    } else if (this.nowMs() - this.lastPlainMs >= PLAIN_PROGRESS_EVERY_MS) {
      this.lastPlainMs = this.nowMs();
      this.output.write(`${line}\n`);
    }
  }

  /** Leaves the line of progress as it is, and goes on below it. */
  endProgress(): void {
    if (this.showsProgress) this.output.write('\n');
    this.showsProgress = false;
  }

  private clearProgress(): void {
    if (this.showsProgress) this.output.write(CLEAR_LINE);
    this.showsProgress = false;
  }
}

function ourEnvironment(): NodeJS.ProcessEnv {
  // oxlint-disable-next-line node/no-process-env -- NO_COLOR is not a setting of ours.
  return process.env;
}
