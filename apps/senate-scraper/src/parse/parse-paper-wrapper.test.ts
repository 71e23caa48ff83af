import { describe, expect, it } from 'vitest';
import { parsePaperWrapper } from './parse-paper-wrapper.js';
import { LayoutChangedError, UnreadableDocumentError } from '#rotunda/domain';

const ID = 'ABCDEF01-2345-6789-ABCD-EF0123456789';
const IMAGES = 'https://efd-media-public.senate.gov/media/2025/1/000/000';

describe('parsePaperWrapper', () => {
  it('returns the pictures in order, no transactions, and the id in lower case', () => {
    const filing = parsePaperWrapper(wrapper([`${IMAGES}/2.gif`, `${IMAGES}/1.gif`]));
    expect(filing).toMatchObject({
      format: 'paper',
      externalId: ID.toLowerCase(),
      imageUrls: [`${IMAGES}/2.gif`, `${IMAGES}/1.gif`],
      transactions: [],
      expectedRows: null,
      reviewReasons: [],
    });
  });

  it('completes a URL without a host', () => {
    expect(parsePaperWrapper(wrapper(['/media/1.gif'])).imageUrls).toEqual([
      'https://efdsearch.senate.gov/media/1.gif',
    ]);
  });

  it.each([
    ['has no pictures', wrapper([])],
    ['has fewer pictures than its captions count', wrapper([`${IMAGES}/1.gif`], { of: 2 })],
    ['has its pictures out of order', wrapper([`${IMAGES}/1.gif`, `${IMAGES}/2.gif`], { first: 2 })],
    ['has a picture on a foreign host', wrapper(['https://example.test/1.gif'])],
    ['has a picture over plain HTTP', wrapper(['http://efd-media-public.senate.gov/1.gif'])],
    ['has a picture without an address', wrapper([''])],
    ['is the search', page('<form id="searchForm"></form>')],
    ['is the agreement', page('<form id="agreement_form"></form>')],
  ])('refuses a page that %s', (_, bytes) => {
    expect(() => parsePaperWrapper(bytes)).toThrow(LayoutChangedError);
  });

  it('refuses a page that breaks off', () => {
    const bytes = wrapper([`${IMAGES}/1.gif`, `${IMAGES}/2.gif`]);
    expect(() => parsePaperWrapper(bytes.subarray(0, bytes.length - 10))).toThrow(UnreadableDocumentError);
  });
});

function wrapper(sources: string[], { of = sources.length, first = 1 } = {}): Uint8Array {
  const items = sources.map(
    (source, index) =>
      `<div class="carousel-item"><img class="filingImage" src="${source}">
        <div class="carousel-caption"><strong>Page ${index + first} of ${of}</strong>
        <a href="/search/print/paper/${ID}/">Printer-Friendly</a></div></div>`,
  );
  return page(`<h1 class="sr-only">Filing Document - Print View</h1>${items.join('')}`);
}

function page(body: string): Uint8Array {
  return new TextEncoder().encode(`<!DOCTYPE html><html><body>${body}</body></html>`);
}
