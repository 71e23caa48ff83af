import type { TaskState } from '#rotunda/contracts';

/** No command of ours nests deeper than a level or two; jsonb's parser gives up at some thousand, and so would we. */
const MAX_DEPTH = 100;

/** U+0000 and half characters: JSON can carry them, and Postgres' jsonb refuses the whole statement that does. */
const UNSTORABLE = /\0|\p{Surrogate}/gu;
const UNREPRESENTABLE = '\uFFFD';

/**
 * A state as Postgres can hold it. Commands that came over NATS alone are entered with whatever they contain, and one
 * that can't be stored would hold up the history of every task after it for ever.
 */
export const storableState = (state: TaskState): TaskState => storable(state, 0) as TaskState;

function storable(value: unknown, depth: number): unknown {
  if (depth > MAX_DEPTH) return UNREPRESENTABLE;
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map((part) => storable(part, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [storableText(key), storable(part, depth + 1)]));
}

const storableText = (text: string): string => text.replaceAll(UNSTORABLE, UNREPRESENTABLE);
