import type { ParsedFiling } from '#rotunda/domain';
import type { FetchedDocument, FilingPageRecord } from '#rotunda/persistence';

/** A document and its key in the archive. */
export type Archived = Pick<FetchedDocument, 'url' | 'mediaType'> & { sha256: string };

/**
 * Which documents show the sheets of a paper filing; empty for any other filing.
 *
 * @param pictureAt returns the archived picture of a URL
 * @returns undefined where a picture is missing: never only a part of the sheets
 */
export async function paperPages(
  document: Archived,
  { sheets = [] }: ParsedFiling,
  pictureAt: (url: string) => Promise<Archived | null>,
): Promise<FilingPageRecord[] | undefined> {
  const pages: FilingPageRecord[] = [];
  for (const { url, sheet } of sheets) {
    const shown = url === null ? document : await pictureAt(url);
    if (!shown) return undefined;
    pages.push({
      page: pages.length + 1,
      documentSha256: shown.sha256,
      sheet,
      url: shown.url,
      mediaType: shown.mediaType,
    });
  }
  return pages;
}
