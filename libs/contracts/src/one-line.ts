/** Control characters of C0 and C1 (in the latter a single one opens an escape sequence), and Unicode's own line breaks. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/gu;
const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b' };

/**
 * Text from the bus, from a site or from an error as a part of one line: it can neither begin a line of its own, which
 * would look as if somebody else had written it, nor steer the terminal that shows it.
 */
export const inOneLine = (text: string): string =>
  text.replaceAll(CONTROL, (character) => SHORT[character] ?? escaped(character));

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
