import { redactText } from '#rotunda/runtime';

const SECRET = /pass(word|phrase)?|secret|token|seed|credential|authorization|cookie|^key$|_key$/i;
const LEFT_OUT = '[left out]';
const LONGEST_TEXT = 300;
const MOST_ITEMS = 20;
const MOST_CHARACTERS = 4_000;
const DEEPEST = 5;

/**
 * The fields of a request as the audit trail keeps them: without secrets, and small. `_cut` names the fields that did
 * not fit.
 */
export function shownParams(fields: Record<string, unknown>): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  const cut: string[] = [];
  let left = MOST_CHARACTERS;
  for (const [name, value] of Object.entries(fields)) {
    const kept = SECRET.test(name) ? LEFT_OUT : shortened(value, DEEPEST);
    const size = name.length + JSON.stringify(kept).length;
    if (size <= left) shown[name] = kept;
    else if (cut.length < MOST_ITEMS) cut.push(name.slice(0, LONGEST_TEXT));
    left -= size <= left ? size : 0;
  }
  return cut.length > 0 ? { ...shown, _cut: cut } : shown;
}

function shortened(value: unknown, levels: number): unknown {
  if (typeof value === 'string') {
    const text = redactText(value);
    return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  }
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (levels === 0) return '…';
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map((item) => shortened(item, levels - 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, SECRET.test(name) ? LEFT_OUT : shortened(part, levels - 1)]),
  );
}
