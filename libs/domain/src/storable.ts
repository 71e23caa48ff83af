/** U+0000 and lone halves of a surrogate pair: a JavaScript text and JSON can have them, Postgres can't (text, jsonb). */
const UNSTORABLE = /\0|\p{Surrogate}/gu;
/** Stands for what could not be represented. */
export const UNREPRESENTABLE = '\uFFFD';
/** Nothing of ours nests deeper than a few levels; jsonb's parser gives up at some thousand, and so would we. */
const DEEPEST = 100;

export const storableText = (text: string): string => text.replaceAll(UNSTORABLE, UNREPRESENTABLE);

/**
 * Plain data as Postgres can hold it, its texts and the names of its fields alike. For what comes from a site, a
 * document or the bus, where the rest must not suffer from one bad character; a request is refused, see
 * `unstorableField`.
 */
export const storable = <T>(value: T): T => cleaned(value, 0) as T;

function cleaned(value: unknown, depth: number): unknown {
  if (depth > DEEPEST) return UNREPRESENTABLE;
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map((part) => cleaned(part, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [storableText(key), cleaned(part, depth + 1)]));
}

/** The first field, at any depth, that Postgres can't hold: `changes.0.value`; null where all of them can be stored. */
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

/** What whoever sent such a field has to do. */
export const unstorableMessage = (field: string): string =>
  `${field} must not contain U+0000 or an unpaired surrogate: remove them from the text`;
