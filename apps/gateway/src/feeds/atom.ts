import { createHash } from 'node:crypto';
import { XMLBuilder } from 'fast-xml-parser';
import { VERSION } from '#rotunda/runtime';
import { USE_NOTICE } from '../http/use-notice.js';

export interface AtomLink {
  rel: 'self' | 'alternate' | 'via' | 'related';
  type: string;
  href: string;
  title?: string;
}

export interface AtomEntry {
  id: string;
  title: string;
  author: string;
  published: Date;
  updated: Date;
  links: AtomLink[];
  /** Words that readers may filter by. */
  categories: string[];
  html: string;
}

export interface AtomFeed {
  id: string;
  title: string;
  links: AtomLink[];
  entries: AtomEntry[];
}

/** The characters that XML 1.0 can't have, not even escaped: a document's text may have any. */
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
/** Of a feed without entries: it has not changed yet. */
const NEVER = new Date(0);

const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true });

/** Writes a feed as RFC 4287 says. */
export function writeAtom({ id, title, links, entries }: AtomFeed): string {
  const updated = entries.reduce((latest, entry) => (entry.updated > latest ? entry.updated : latest), NEVER);
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'utf-8' },
    feed: {
      '@_xmlns': 'http://www.w3.org/2005/Atom',
      id,
      title: text(title),
      updated: updated.toISOString(),
      author: { name: 'Rotunda' },
      generator: { '@_version': VERSION, '#text': 'Rotunda' },
      rights: USE_NOTICE,
      link: links.map(linkNode),
      entry: entries.map(entryNode),
    },
  });
}

const entryNode = (entry: AtomEntry): object => ({
  id: entry.id,
  title: text(entry.title),
  author: { name: text(entry.author) },
  published: entry.published.toISOString(),
  updated: entry.updated.toISOString(),
  link: entry.links.map(linkNode),
  category: entry.categories.map((term) => ({ '@_term': text(term) })),
  content: { '@_type': 'html', '#text': text(entry.html) },
});

const linkNode = ({ rel, type, href, title }: AtomLink): object => ({
  ...{ '@_rel': rel, '@_type': type, '@_href': text(href) },
  ...(title && { '@_title': text(title) }),
});

const text = (value: string): string => value.replaceAll(NOT_IN_XML, '\uFFFD');

/** Any fixed UUID: it makes names that nobody else makes. */
const NAMESPACE = Buffer.from('5b0ad3fd1a5c4f0e9d0c6d7c2f4a9e31', 'hex');

/** The same id for the same name, whatever host the feed is read from (RFC 9562, version 5). */
export function stableId(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}
