import type { Schema } from '../../../../api/types.js';

export type LogLine = Schema<'TaskLogLineView'>;

export type LogState = 'connecting' | 'following' | 'lost' | 'ended';

/** What the page shows. A new object for each change. */
export interface Log {
  lines: readonly LogLine[];
  /** Whether older lines were left out. */
  isCut: boolean;
  state: LogState;
}

/** A group may have a million lines. */
const MOST_LINES = 20_000;
const RECONNECT_MS = 1_000;

/**
 * The lines of a log as they are written, until its task has ended. It rests while the tab is hidden, and goes on after
 * the last line that came.
 */
export class LogStream {
  private source: EventSource | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private frame = 0;
  private lines: LogLine[] = [];
  private isCut = false;
  private state: LogState = 'connecting';
  private log: Log = { lines: [], isCut: false, state: 'connecting' };
  private readonly watchers = new Set<() => void>();

  constructor(private readonly path: string) {}

  /** For useSyncExternalStore. It reads while somebody watches. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    if (this.watchers.size === 1) this.start();
    return () => {
      this.watchers.delete(watcher);
      if (this.watchers.size === 0) this.stop();
    };
  };
  readonly current = (): Log => this.log;

  /** The task runs again. */
  resume(): void {
    if (this.state !== 'ended' || this.watchers.size === 0) return;
    this.become('connecting');
    this.follow();
  }

  private start(): void {
    document.addEventListener('visibilitychange', this.follow);
    this.follow();
  }

  private stop(): void {
    document.removeEventListener('visibilitychange', this.follow);
    cancelAnimationFrame(this.frame);
    this.close();
  }

  private readonly follow = (): void => {
    if (document.hidden) this.close();
    else if (!this.source && this.state !== 'ended') this.open();
  };

  private open(): void {
    clearTimeout(this.retry);
    const last = this.lines.at(-1)?.id;
    const source = new EventSource(last === undefined ? this.path : `${this.path}?last_event_id=${last}`);
    this.source = source;
    source.addEventListener('open', () => this.become('following'));
    source.addEventListener('line', ({ data }: MessageEvent<string>) => this.add(JSON.parse(data) as LogLine));
    source.addEventListener('end', () => {
      this.close();
      this.become('ended');
    });
    source.addEventListener('error', () => {
      this.close();
      this.become('lost');
      this.retry = setTimeout(this.follow, RECONNECT_MS);
    });
  }

  private close(): void {
    clearTimeout(this.retry);
    this.source?.close();
    this.source = null;
  }

  private add(line: LogLine): void {
    this.lines.push(line);
    if (this.lines.length > MOST_LINES * 1.1) {
      this.lines = this.lines.slice(-MOST_LINES);
      this.isCut = true;
    }
    this.tell();
  }

  private become(state: LogState): void {
    this.state = state;
    this.tell();
  }

  /** Ten thousand lines come at once: they are shown once a frame. */
  private tell(): void {
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.log = { lines: [...this.lines], isCut: this.isCut, state: this.state };
      for (const watcher of this.watchers) watcher();
    });
  }
}
