import { UNREPRESENTABLE } from '#rotunda/domain';

const CDATA = /<!\[CDATA\[(.*?)\]\]>/gs;
const REFERENCE = /&(?:#([0-9]+)|#x([0-9A-Fa-f]+)|(amp|lt|gt|quot|apos));/g;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** XML's definition of a character: no controls but tab and line breaks, no lone surrogates, no U+FFFE. */
const XML_CHARACTER = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]$/u;
const LAST_CODE_POINT = 0x10ffff;

/** The same XML with its CDATA sections as plain text, which is equivalent (XML 1.0, 2.7). */
export const withoutCdata = (xml: string): string =>
  xml.replaceAll(CDATA, (_section, text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));

/**
 * Decodes character references once (XML 1.0, 4.1). A reference to no character becomes U+FFFD, an unknown one stays.
 */
export const decodeReferences = (text: string): string =>
  text.replaceAll(REFERENCE, (_reference, decimal?: string, hex?: string, name?: string) =>
    name ? NAMED[name]! : characterOf(decimal ? Number(decimal) : Number.parseInt(hex!, 16)),
  );

function characterOf(code: number): string {
  const character = code <= LAST_CODE_POINT ? String.fromCodePoint(code) : UNREPRESENTABLE;
  return XML_CHARACTER.test(character) ? character : UNREPRESENTABLE;
}
