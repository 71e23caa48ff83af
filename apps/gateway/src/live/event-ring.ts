/** What the last minutes of a busy system bring; what is older is fetched again. */
const MOST_EVENTS = 20_000;
/** A state may have up to a megabyte, since anybody can write one with the NATS CLI. */
const MOST_CHARACTERS = 16 * 1024 * 1024;

interface RingEvent<T> {
  /** Null: for all. */
  topic: T | null;
  text: string;
}

/** The last events of a stream, numbered from 1. Many readers read at their own pace; what is too old is dropped. */
export class EventRing<T> {
  private readonly events = new Map<number, RingEvent<T>>();
  private newest = 0;
  private oldest = 1;
  private characters = 0;

  constructor(
    private readonly mostEvents = MOST_EVENTS,
    private readonly mostCharacters = MOST_CHARACTERS,
  ) {}

  /** The number of the last event; 0 before the first. */
  get last(): number {
    return this.newest;
  }

  /** Whether all events after this one are still there. */
  reaches(place: number): boolean {
    return place >= this.oldest - 1 && place <= this.newest;
  }

  push(topic: T | null, textOf: (place: number) => string): void {
    const place = ++this.newest;
    const text = textOf(place);
    this.events.set(place, { topic, text });
    this.characters += text.length;
    while (this.events.size > this.mostEvents || (this.characters > this.mostCharacters && this.events.size > 1)) {
      this.characters -= this.events.get(this.oldest)!.text.length;
      this.events.delete(this.oldest++);
    }
  }

  /** The texts of the wanted events after `place`, up to about `most` characters, and the place that they lead to. */
  read(place: number, wanted: ReadonlySet<T>, most: number): { text: string; place: number } {
    let text = '';
    let at = place;
    while (at < this.newest && text.length < most) {
      const event = this.events.get(++at)!;
      if (event.topic === null || wanted.has(event.topic)) text += event.text;
    }
    return { text, place: at };
  }
}
