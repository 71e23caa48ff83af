/** U+0000 and lone surrogates: strings and JSON can hold them, Postgres (text, jsonb) can't. */
const UNSTORABLE = /\0|\p{Surrogate}/gu;
/** Replaces a character that could not be represented. */
export const UNREPRESENTABLE = '\uFFFD';
/** Our own data nests a few levels deep. The jsonb parser fails at some thousand levels, and so would our recursion. */
const DEEPEST = 100;

export const storableText = (text: string): string => text.replaceAll(UNSTORABLE, UNREPRESENTABLE);

/**
 * Plain data in a form that Postgres can hold: strings and field names, at any depth. For data of a site, a document or
 * the bus, where one bad character must not spoil the rest. Requests are rejected instead, see `unstorableField`.
 */
export const storable = <T>(value: T): T => cleaned(value, 0) as T;

function cleaned(value: unknown, depth: number): unknown {
  if (depth > DEEPEST) return UNREPRESENTABLE;
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map((part) => cleaned(part, depth + 1));
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [storableText(key), cleaned(part, depth + 1)]));
}

/** The path of the first field that Postgres can't hold, e.g. `changes.0.value`; null where it can hold them all. */
export function unstorableField(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return storableText(value) === value ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, part] of Object.entries(value)) {
    const name = storableText(key);
    const field = path === '' ? name : `${path}.${name}`;
    const found = name === key ? unstorableField(part, field) : field;
    if (found !== null) return found;
  }
  return null;
}

/** Tells the sender of such a field what to do. */
export const unstorableMessage = (field: string): string =>
  `${field} must not contain U+0000 or an unpaired surrogate: remove them from the text`;
