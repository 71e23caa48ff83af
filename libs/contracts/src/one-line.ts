/** Control characters of C0 and C1 (a single C1 character can begin an escape sequence), and Unicode's line breaks. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/gu;
const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b' };

/**
 * Makes text from the bus, a site or an error safe to print within one line: it can neither forge a further line nor
 * control the terminal.
 */
export const inOneLine = (text: string): string =>
  text.replaceAll(CONTROL, (character) => SHORT[character] ?? escaped(character));

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
