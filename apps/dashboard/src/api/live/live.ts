import { LIVE_EVENTS, type LiveEvent } from './live-events.js';

export type Connection = 'connecting' | 'open' | 'lost' | 'paused';

type Listener = (event: LiveEvent) => void;

const PATH = '/api/v1/live';
const RECONNECT_MS = 1_000;
/** A page without its stream is better than none. */
const BEGIN_WITHIN_MS = 1_500;

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
  private isBegun = false;
  private isNatsThere = true;
  private readonly listeners = new Set<Listener>();
  private readonly watchers = new Set<() => void>();
  private readonly failureWatchers = new Set<() => void>();

  /** From signing in until the page is left or signed out. */
  start(): void {
    if (this.isWanted) return;
    this.isWanted = true;
    document.addEventListener('visibilitychange', this.follow);
    window.addEventListener('online', this.reconnect);
    this.follow();
    setTimeout(() => this.begin(), BEGIN_WITHIN_MS);
  }

  stop(): void {
    this.isWanted = false;
    this.lastEventId = '';
    document.removeEventListener('visibilitychange', this.follow);
    window.removeEventListener('online', this.reconnect);
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
  /** Called for each try that fails: an EventSource does not tell why. @returns what ends it */
  onFailure(watcher: () => void): () => void {
    this.failureWatchers.add(watcher);
    return () => void this.failureWatchers.delete(watcher);
  }
  readonly connection = (): Connection => this.state;
  /** Whether a page may fetch: what is fetched before the stream begins may change unseen until it does. */
  readonly hasBegun = (): boolean => this.isBegun;
  readonly hasNats = (): boolean => this.isNatsThere;

  private readonly follow = (): void => {
    if (document.hidden) {
      this.close();
      this.become('paused');
    } else if (!this.source) this.open();
  };

  /** A stream from before may be dead without anyone having said so: after sleep, or in another network. */
  private readonly reconnect = (): void => {
    this.close();
    this.follow();
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
        this.tell({ type, data: JSON.parse(message.data) as unknown } as LiveEvent, after !== '');
      });
    }
  }

  private tell(event: LiveEvent, isResumed: boolean): void {
    if (event.type === 'ready' || event.type === 'nats') {
      this.isNatsThere = event.data.connected;
      this.notify();
    }
    for (const listener of this.listeners) listener(event);
    if (event.type !== 'ready') return;
    // The pages have fetched before this stream, and nothing tells what happened in between.
    if (this.isBegun && !isResumed) this.tell({ type: 'reset', data: { reason: 'too_old' } }, isResumed);
    this.begin();
  }

  private begin(): void {
    this.isBegun = true;
    this.notify();
  }

  /** EventSource gives up for good where the answer is an error (a restarting proxy, a 429): so we reconnect ourselves. */
  private lose(): void {
    this.close();
    this.begin();
    this.become('lost');
    for (const watcher of this.failureWatchers) watcher();
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
    this.notify();
  }

  private notify(): void {
    for (const watcher of this.watchers) watcher();
  }
}

export const live = new Live();
