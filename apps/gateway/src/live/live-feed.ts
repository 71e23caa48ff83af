import { EventEmitter, once } from 'node:events';
import { frameOf } from '../http/event-stream.js';
import { EventRing } from './event-ring.js';
import { type LivePlace, newGatewayId, textOfPlace } from './live-place.js';
import type { LiveTopic } from './live-topics.js';
import type { LiveEvents, ResetReason } from './live-views.js';

const CHUNK_CHARACTERS = 64 * 1024;
const NEWS = 'news';

/** How a new stream begins. */
export interface Beginning {
  /** The client's last event; null for a new stream. */
  after: LivePlace | null;
  topics: ReadonlySet<LiveTopic>;
  ready: LiveEvents['ready'];
}

/**
 * Passes the events of this process on to any number of streams. Each event is kept once, as text, for all of them: a slow
 * client costs no memory, and once its place is too old it is told to fetch everything again.
 */
export class LiveFeed {
  private readonly gateway = newGatewayId();
  private readonly news = new EventEmitter().setMaxListeners(0);
  private wasReset = false;
  private isOver = false;
  private readers = 0;

  constructor(private readonly ring = new EventRing<LiveTopic>()) {}

  get isFollowed(): boolean {
    return this.readers > 0;
  }

  push<E extends keyof LiveEvents>(topic: LiveTopic | null, event: E, data: LiveEvents[E]): void {
    this.wasReset = event === 'reset';
    this.ring.push(topic, (place) => this.frame(place, event, data));
    this.news.emit(NEWS);
  }

  /** What clients know is void. */
  reset(reason: ResetReason): void {
    if (!this.wasReset) this.push(null, 'reset', { reason });
  }

  /** Ends all streams. */
  close(): void {
    this.isOver = true;
    this.news.emit(NEWS);
  }

  /** The events after a place, several in a text, until `signal` aborts. */
  async *follow(beginning: Beginning, signal: AbortSignal): AsyncGenerator<string, void, undefined> {
    this.readers += 1;
    try {
      yield* this.texts(beginning, signal);
    } finally {
      this.readers -= 1;
    }
  }

  private async *texts(
    { after, topics, ready }: Beginning,
    signal: AbortSignal,
  ): AsyncGenerator<string, void, undefined> {
    const lost = after && this.whyLost(after);
    let place = after && !lost ? after.event : this.ring.last;
    yield this.frame(place, 'ready', ready);
    if (lost) yield this.frame(place, 'reset', { reason: lost });
    while (!signal.aborted && !this.isOver) {
      if (!this.ring.reaches(place)) {
        place = this.ring.last;
        yield this.frame(place, 'reset', { reason: 'too_old' });
        // It may be too slow again.
        continue;
      }
      const read = this.ring.read(place, topics, CHUNK_CHARACTERS);
      place = read.place;
      if (read.text) yield read.text;
      else if (place === this.ring.last) await once(this.news, NEWS, { signal }).catch(() => undefined);
    }
  }

  private whyLost({ gateway, event }: LivePlace): ResetReason | null {
    if (gateway !== this.gateway) return 'other_gateway';
    return this.ring.reaches(event) ? null : 'too_old';
  }

  private frame<E extends keyof LiveEvents>(place: number, event: E, data: LiveEvents[E]): string {
    return frameOf({ id: textOfPlace({ gateway: this.gateway, event: place }), event, data });
  }
}
