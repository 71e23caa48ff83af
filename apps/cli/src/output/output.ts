import { inOneLine } from '#rotunda/contracts/light';
import type { Terminal } from '../terminal.js';
import { type Column, tableLines } from './table.js';

/** Who reads what a verb prints: people, a program (`--json`), or a script that needs ids only (`--quiet`). */
export type OutputMode = 'people' | 'json' | 'quiet';

/** What the three modes print of one answer. */
export interface Shown {
  /** For people. Text from elsewhere is made safe with `inOneLine` by the caller. */
  lines: readonly string[];
  /** With `--quiet`: e.g. the id of what was made. Nothing if left out. */
  quiet?: readonly string[];
}

/** How a list is printed. */
export interface Table<T> {
  rows: readonly T[];
  columns: readonly Column<T>[];
  /** With `--quiet`: the id of a row, one per line. */
  id: (row: T) => string;
  /** For people, in place of an empty table: a sentence. */
  empty: string;
}

/**
 * The answers of all verbs, on standard output. Hints and warnings go to standard error, so that an answer can be piped
 * into a file or a program.
 */
export class Output {
  mode: OutputMode = 'people';

  constructor(private readonly terminal: Terminal) {}

  /**
   * Prints one answer.
   *
   * @param answer printed as it is with `--json`: the gateway's own body, so that its documentation holds here too
   */
  show(answer: unknown, shown: () => Shown, mode = this.mode): void {
    if (mode === 'json') return this.terminal.say(JSON.stringify(answer, null, 2));
    const { lines, quiet = [] } = shown();
    for (const line of mode === 'quiet' ? quiet : lines) this.terminal.say(line);
  }

  /**
   * As `show`, for verbs that printed JSON before there was `--json`: scripts that read it from a pipe still get it.
   */
  page(answer: unknown, shown: () => Shown): void {
    this.show(answer, shown, this.isPiped ? 'json' : this.mode);
  }

  /** Whether a program may read what people would. */
  get isPiped(): boolean {
    return this.mode === 'people' && !this.terminal.isTerminal;
  }

  /** One of a stream of answers: with `--json` a line of JSON each. */
  item(answer: unknown, line: () => string): void {
    this.terminal.say(this.mode === 'json' ? JSON.stringify(answer) : line());
  }

  /** Prints a list as a table; `answer` as in `show`. */
  list<T>(answer: unknown, { rows, columns, id, empty }: Table<T>): void {
    this.show(answer, () => ({
      lines: rows.length === 0 ? [empty] : tableLines(rows, columns, this.terminal),
      quiet: rows.map((row) => inOneLine(id(row))),
    }));
  }

  /** A hint for people, on standard error: programs and scripts don't get it. */
  hint(line: string): void {
    if (this.mode === 'people') this.terminal.warn(line);
  }

  /** Why a verb failed, on standard error: a line, or an object with `--json`. */
  error(error: { code: string; message: string; status?: number }): void {
    this.terminal.warn(this.mode === 'json' ? JSON.stringify({ error }) : `rotunda: ${error.message}`);
  }

  /** Lines of progress that update themselves, for people who look at a terminal; programs and scripts don't get them. */
  progress(...lines: string[]): void {
    if (this.mode === 'people') this.terminal.progress(...lines);
  }
}
