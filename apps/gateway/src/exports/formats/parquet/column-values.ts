/** A row without a value, and one with a list that has none. */
export const NULL = -1;
export const EMPTY = -2;

const TRIED = 1_000;
const MOSTLY_DIFFERENT = 0.9;
const ROOM = 4_096;

/**
 * The values of a column in one row group: each different one once, and for each row (or entry of a list) which one it
 * is. The rows of a filing repeat half of the columns, and most of the others have a few values: what is there already
 * costs neither memory nor encoding. Used again for the next group: a million rows would leave much garbage.
 */
export class ColumnValues {
  readonly different: unknown[] = [];
  /** How many entries have a value. */
  filled = 0;

  private readonly known = new Map<unknown, number>();
  private last: unknown = undefined;
  private lastPlace = NULL;
  private length = 0;
  private allPlaces = new Int32Array(ROOM);
  private allRepetitions = new Uint8Array(ROOM);

  /** For each entry the place in `different`, or NULL, or EMPTY. */
  get places(): Int32Array {
    return this.allPlaces.subarray(0, this.length);
  }

  /** 0 where an entry begins a row, 1 where it goes on with a list. */
  get repetitions(): Uint8Array {
    return this.allRepetitions.subarray(0, this.length);
  }

  add(value: unknown): void {
    this.push(this.placeOf(value), 0);
  }

  addList(list: unknown): void {
    const values = list as readonly unknown[] | null;
    if (values === null || values.length === 0) return this.push(values === null ? NULL : EMPTY, 0);
    for (let at = 0; at < values.length; at += 1) this.push(this.placeOf(values[at]), at === 0 ? 0 : 1);
  }

  clear(): void {
    this.different.length = 0;
    this.known.clear();
    this.last = undefined;
    this.length = 0;
    this.filled = 0;
  }

  private push(place: number, repetition: number): void {
    if (this.length === this.allPlaces.length) this.grow();
    this.allPlaces[this.length] = place;
    this.allRepetitions[this.length] = repetition;
    this.length += 1;
    if (place >= 0) this.filled += 1;
  }

  private grow(): void {
    const [places, repetitions] = [this.allPlaces, this.allRepetitions];
    this.allPlaces = new Int32Array(2 * places.length);
    this.allRepetitions = new Uint8Array(2 * places.length);
    this.allPlaces.set(places);
    this.allRepetitions.set(repetitions);
  }

  private placeOf(value: unknown): number {
    if (value === null || value === undefined) return NULL;
    if (value === this.last) return this.lastPlace;
    this.last = value;
    return (this.lastPlace = this.known.get(value) ?? this.enter(value));
  }

  private enter(value: unknown): number {
    const place = this.different.push(value) - 1;
    // Ids: looking for each would find nothing.
    if (this.isMostlyDifferent()) this.known.clear();
    else this.known.set(value, place);
    return place;
  }

  private isMostlyDifferent(): boolean {
    return this.different.length > TRIED && this.different.length > this.length * MOSTLY_DIFFERENT;
  }
}
