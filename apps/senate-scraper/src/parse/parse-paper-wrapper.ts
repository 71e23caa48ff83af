import { LayoutChangedError, paperFiling, type ParsedFiling } from '#rotunda/domain';
import { readPage, seen, textOf, type Page } from './page/html-page.js';
import { SENATE_PTR_PARSER_VERSION } from './parse-ptr.js';
import { recognise } from './page/recognise-page.js';

/** A report filed on paper: its pictures are archived, not read. */
export interface ParsedPaper extends ParsedFiling {
  /** One picture per sheet, in order. */
  imageUrls: string[];
}

const SITE = 'https://efdsearch.senate.gov/';
/** The pictures are on a host of their own, which needs no session. */
const IMAGE_HOSTS = new Set(['efd-media-public.senate.gov', 'efdsearch.senate.gov']);
const PAGE_NUMBER = /^Page (\d+) of (\d+)$/i;
const PRINT_LINK = /^\/search\/print\/paper\/([0-9a-f-]{36})\/?$/i;

/**
 * Reads the page around a paper report's pictures (`/search/view/paper/{uuid}/`). It names neither filer nor date;
 * these are known only from the listing. No transactions means "not read", never "no trades".
 *
 * @throws UnreadableDocumentError for what is not a whole HTML page
 * @throws LayoutChangedError for another page in its place, and where a picture is missing or on a foreign host
 */
export function parsePaperWrapper(bytes: Uint8Array): ParsedPaper {
  const page = readPage(bytes);
  const kind = recognise(page);
  if (kind !== 'paper') {
    throw new LayoutChangedError(`This is not a paper report (recognised as ${kind}): ${seen(page)}`);
  }
  return {
    ...paperFiling({ externalId: readExternalId(page), parserVersion: SENATE_PTR_PARSER_VERSION }),
    imageUrls: readImageUrls(page),
  };
}

function readImageUrls(page: Page): string[] {
  const sources = page('img.filingImage')
    .toArray()
    .map((image) => page(image).attr('src'));
  checkPageNumbers(page, sources.length);
  return sources.map(imageUrl);
}

/**
 * Each picture has a caption `Page 2 of 4`. Without this check a report with a missing page would be archived as whole.
 */
function checkPageNumbers(page: Page, imageCount: number): void {
  const captions = page('.carousel-caption strong')
    .toArray()
    .map((caption) => textOf(page(caption)));
  const isComplete = captions.every((caption, index) => {
    const [, number, count] = PAGE_NUMBER.exec(caption) ?? [];
    return Number(number) === index + 1 && Number(count) === imageCount;
  });
  if (imageCount > 0 && captions.length === imageCount && isComplete) return;
  throw new LayoutChangedError(
    `The paper report has ${imageCount} pictures and the captions "${captions.join(', ')}".`,
  );
}

function imageUrl(source: string | undefined): string {
  const url = source && URL.canParse(source, SITE) ? new URL(source, SITE) : null;
  if (url?.protocol === 'https:' && IMAGE_HOSTS.has(url.hostname)) return url.href;
  throw new LayoutChangedError(`A page of the paper report is not a picture on the site's hosts: "${source ?? ''}".`);
}

/** Lower case, like all external ids of the Senate: the UUIDs of old paper are printed in capitals. */
function readExternalId(page: Page): string | null {
  const links = page('a[href]')
    .toArray()
    .map((link) => PRINT_LINK.exec(page(link).attr('href')!)?.[1]);
  const ids = new Set(links.flatMap((id) => id?.toLowerCase() ?? []));
  return ids.size === 1 ? [...ids][0]! : null;
}
