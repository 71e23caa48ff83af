import { load, type CheerioAPI } from 'cheerio';
import { UnreadableDocumentError } from '#rotunda/domain';

export type Page = CheerioAPI;
/** A node of a page: an element, a text, a comment. */
export type PageNode = ReturnType<Page>[number];

/** The longest of 563 PTRs has 189 rows and 249 KB; no page nests deeper than 16 levels. */
export const HTML_LIMITS = { bytes: 16 * 1024 * 1024, openElements: 500 } as const;

const SEEN_CHARACTERS = 160;

/**
 * Parses a page of the site as a browser does.
 *
 * @throws UnreadableDocumentError for bytes that are not HTML, are cut off, or are over a limit
 */
export function readPage(bytes: Uint8Array): Page {
  if (bytes.length > HTML_LIMITS.bytes) {
    throw new UnreadableDocumentError(`The page has ${bytes.length} bytes; at most ${HTML_LIMITS.bytes} are read.`);
  }
  const html = new TextDecoder().decode(bytes);
  if (!/<html\b/i.test(html)) throw new UnreadableDocumentError('This is not an HTML page.');
  // A browser shows a page that breaks off as if it were whole: the last comment would be cut short unnoticed.
  if (!/<\/html\s*>/i.test(html)) throw new UnreadableDocumentError('The page is cut off: it has no </html>.');
  if (isNestedTooDeep(html)) {
    throw new UnreadableDocumentError(`The page has more than ${HTML_LIMITS.openElements} elements open at a time.`);
  }
  return load(html);
}

const TAG = /<(\/?)([a-z][a-z0-9]*)/gi;
/**
 * Elements without an end tag, and those that the next one of their kind ends. They never nest, however many there are.
 */
const UNNESTED =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|dd|dt|li|option|p|t[rdh]|thead|tbody|tfoot)$/i;

/**
 * Checked before the page is parsed: the parser's time grows with the square of the open elements (20,000 take seconds,
 * 200,000 minutes), and text is read by recursion.
 */
export function isNestedTooDeep(html: string): boolean {
  const openByName = new Map<string, number>();
  let open = 0;
  for (const [, slash, tag] of html.matchAll(TAG)) {
    const name = tag!.toLowerCase();
    const openOfName = openByName.get(name) ?? 0;
    const change = UNNESTED.test(name) ? 0 : slash === '' ? 1 : openOfName > 0 ? -1 : 0;
    openByName.set(name, openOfName + change);
    open += change;
    if (open > HTML_LIMITS.openElements) return true;
  }
  return false;
}

/** The text of an element as a browser prints it: a run of white space is one blank. */
export function textOf(elements: ReturnType<Page>): string {
  return printed(elements.text());
}

/** One line of a cell. */
export interface PrintedLine {
  /** May contain no-break spaces: the site puts them between the parts of a value. */
  text: string;
  /** Its first word is emphasised, as the form prints its labels. */
  isLabelled: boolean;
}

const BLOCKS = new Set(['div', 'p', 'ul', 'ol', 'li', 'table', 'tr']);

/** The lines of a cell as a browser breaks them, without empty ones. */
export function printedLines(nodes: readonly PageNode[]): PrintedLine[] {
  const lines: PrintedLine[] = [{ text: '', isLabelled: false }];
  const breakLine = (): number => lines.push({ text: '', isLabelled: false });
  const read = (node: PageNode, isEmphasised: boolean): void => {
    if (node.nodeType === 3) {
      const line = lines.at(-1)!;
      if (line.text.trim() === '') line.isLabelled = isEmphasised;
      line.text += node.data;
    } else if ('attribs' in node) {
      const isBlock = BLOCKS.has(node.name);
      if (isBlock || node.name === 'br') breakLine();
      for (const child of node.children) read(child, isEmphasised || node.name === 'em');
      if (isBlock) breakLine();
    }
  };
  for (const node of nodes) read(node, false);
  return lines.map((line) => ({ ...line, text: collapsed(line.text) })).filter(({ text }) => text !== '');
}

/** Text with no-break spaces turned into blanks. */
export function printed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** In print, HTML's own white space collapses; a no-break space does not. */
const collapsed = (text: string): string => text.replace(/[ \t\r\n\f]+/g, ' ').trim();

/** What the page is, for an error message. */
export function seen(page: Page): string {
  const title = textOf(page('title').first());
  const heading = textOf(page('h1').first());
  return `its title is "${title.slice(0, SEEN_CHARACTERS)}", its heading "${heading.slice(0, SEEN_CHARACTERS)}"`;
}
