import { type Chamber, type DeadLetter, parseCommandSubject, type TaskName } from '#rotunda/contracts';
import { DeadLetterStream, type StoredMessage } from '#rotunda/messaging';
import { Injectable } from '@nestjs/common';

export interface StoredLetter {
  /** Sequence in DEAD_LETTERS; identifies the letter in the API. */
  sequence: number;
  chamber: Chamber;
  name: TaskName;
  letter: DeadLetter;
}

export interface LetterFilters {
  chamber?: Chamber | undefined;
  name?: TaskName | undefined;
  /** Error code, e.g. `LayoutChanged`. */
  code?: string | undefined;
  sequences?: readonly number[] | undefined;
}

/** Number of messages requested at once. */
const BATCH = 50;

/** Reads DEAD_LETTERS. */
@Injectable()
export class DeadLetterBox {
  constructor(private readonly stream: DeadLetterStream) {}

  async find(sequence: number): Promise<StoredLetter | null> {
    const message = await this.stream.find(sequence);
    return message ? readLetter(message) : null;
  }

  remove(sequence: number): Promise<void> {
    return this.stream.remove(sequence);
  }

  /** @throws MessagingUnavailableError */
  async count(filters: LetterFilters): Promise<number> {
    const isFiltered = Object.values(filters).some((filter) => filter !== undefined);
    if (!isFiltered) return this.stream.count();
    let count = 0;
    for await (const _letter of this.newestFirst(filters)) count += 1;
    return count;
  }

  /** Letters with a sequence below `before`, or all present ones, newest first. @throws MessagingUnavailableError */
  async *newestFirst(filters: LetterFilters, before = Infinity): AsyncGenerator<StoredLetter> {
    const wanted = filters.sequences && new Set(filters.sequences);
    const { first, last } = await this.stream.range();
    for (let top = Math.min(last, before - 1); top >= first; top -= BATCH) {
      const range = Array.from({ length: Math.min(BATCH, top - first + 1) }, (_, i) => top - i);
      const sequences = wanted ? range.filter((sequence) => wanted.has(sequence)) : range;
      const letters = await Promise.all(sequences.map((sequence) => this.find(sequence)));
      for (const letter of letters) if (letter && matches(letter, filters)) yield letter;
    }
  }
}

const matches = ({ chamber, name, letter }: StoredLetter, filters: LetterFilters): boolean =>
  (!filters.chamber || chamber === filters.chamber) &&
  (!filters.name || name === filters.name) &&
  (!filters.code || letter.error.code === filters.code);

/** Null for a message that no worker of ours wrote. */
function readLetter({ sequence, data }: StoredMessage): StoredLetter | null {
  try {
    const letter = JSON.parse(new TextDecoder().decode(data)) as DeadLetter;
    const command = parseCommandSubject(letter.subject);
    return command && letter.v === 1 ? { sequence, ...command, letter } : null;
  } catch {
    return null;
  }
}
