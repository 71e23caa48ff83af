import { LIVE_EVENTS, type LiveEvent } from './live-events.js';

export type Connection = 'connecting' | 'open' | 'lost' | 'paused';

type Listener = (event: LiveEvent) => void;

const PATH = '/api/v1/live';
const RECONNECT_MS = 1_000;

/**
 * The one event stream of the page. It ends while the tab is hidden, and resumes after the last event that came: the
 * gateway sends what was missed, or `reset`.
 */
class Live {
  private source: EventSource | null = null;
  private lastEventId = '';
  private retry: ReturnType<typeof setTimeout> | undefined;
  private state: Connection = 'connecting';
  private isWanted = false;
  private readonly listeners = new Set<Listener>();
  private readonly watchers = new Set<() => void>();

  /** From signing in until the page is left or signed out. */
  start(): void {
    if (this.isWanted) return;
    this.isWanted = true;
    document.addEventListener('visibilitychange', this.follow);
    this.follow();
  }

  stop(): void {
    this.isWanted = false;
    this.lastEventId = '';
    document.removeEventListener('visibilitychange', this.follow);
    this.close();
  }

  /** @returns what ends it */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** For useSyncExternalStore. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  };
  readonly connection = (): Connection => this.state;

  private readonly follow = (): void => {
    if (document.hidden) {
      this.close();
      this.become('paused');
    } else if (!this.source) this.open();
  };

  private open(): void {
    clearTimeout(this.retry);
    const after = this.lastEventId ? `?last_event_id=${encodeURIComponent(this.lastEventId)}` : '';
    const source = new EventSource(PATH + after);
    this.source = source;
    source.addEventListener('open', () => this.become('open'));
    source.addEventListener('error', () => this.lose());
    for (const type of LIVE_EVENTS) {
      source.addEventListener(type, (message: MessageEvent<string>) => {
        if (message.lastEventId) this.lastEventId = message.lastEventId;
        const event = { type, data: JSON.parse(message.data) as unknown } as LiveEvent;
        for (const listener of this.listeners) listener(event);
      });
    }
  }

  /** EventSource gives up for good where the answer is an error (a restarting proxy, a 429): so we reconnect ourselves. */
  private lose(): void {
    this.close();
    this.become('lost');
    this.retry = setTimeout(() => this.isWanted && !document.hidden && this.open(), RECONNECT_MS);
  }

  private close(): void {
    clearTimeout(this.retry);
    this.source?.close();
    this.source = null;
  }

  private become(state: Connection): void {
    if (state === this.state) return;
    this.state = state;
    for (const watcher of this.watchers) watcher();
  }
}

export const live = new Live();
