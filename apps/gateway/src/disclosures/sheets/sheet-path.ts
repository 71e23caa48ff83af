import type { PictureBox } from '#rotunda/domain';

/** Path of a sheet's picture in the API, as the version of the reader made it whose boxes are to be seen; or of a part of it. */
export function sheetPath(filingId: string, page: number, parserVersion: string, box?: PictureBox): string {
  const query = new URLSearchParams({ parser_version: parserVersion, ...(box && { box: box.join(',') }) });
  return `/api/v1/filings/${filingId}/sheets/${page}.png?${query.toString()}`;
}
