import { efdPage } from './efd-page.js';
import { escapeHtml } from './escape-html.js';
import type { SenateFiling } from './senate-filing.js';
import { REAL_MEDIA_ORIGIN } from './senate-source.js';

/** The path of a scanned page on the media host; `page` is counted from 1. */
export function picturePath({ uuid, filedOn }: SenateFiling, page: number): string {
  const year = filedOn.slice(-4);
  return `/media/${year}/${uuid.slice(0, 8).toLowerCase()}/${String(page).padStart(9, '0')}.gif`;
}

/** The wrapper around the pictures of a paper report: it names neither filer nor date. */
export function renderPaperWrapper(filing: SenateFiling, pages: number): Buffer {
  const numbers = Array.from({ length: pages }, (_, index) => index + 1);
  const main = `    <strong class="d-print-none return-search">
        Return to the search tab to select another report.
    </strong>
    <h1 class="sr-only d-print-none">Filing Document - Print View</h1>
    <nav aria-label="Page Navigation">
        <ul class="carousel-linked-nav pagination">
${numbers.map((page) => `            <li class="page-item"><a class="page-link" href="#${page}">${page}</a></li>`).join('\n')}
        </ul>
    </nav>
    <div id="myCarousel" class="carousel slide" data-pause="true" data-interval="false">
        <div class="carousel-inner" role="listbox">
${numbers.map((page) => pictureItem(filing, page, pages)).join('\n')}
        </div>
    </div>
`;
  return Buffer.from(efdPage({ title: 'eFD: View Report', main }));
}

function pictureItem(filing: SenateFiling, page: number, pages: number): string {
  return `            <div class="carousel-item${page === 1 ? ' active' : ''}">
                <div class="img-wrap">
                    <img style="margin-top: 110px;" class="filingImage"
                         src="${REAL_MEDIA_ORIGIN}${picturePath(filing, page)}" alt="filing document" />
                </div>
                <div class="carousel-caption">
                    <strong>Page ${page} of ${pages}</strong>
                    <a href="/search/print/paper/${filing.uuid}/" class="btn btn-primary btn-sm ml-1" target="_blank">Printer-Friendly</a>
                </div>
            </div>`;
}

/** An annual report, of which the stand-in has only the heading. */
export function renderAnnualReport({ title, first, last, office, filedOn }: SenateFiling): Buffer {
  const main = `    <strong class="d-print-none return-search">
        Return to the search tab to select another report.
    </strong>
    <h1 class="mb-2">
        ${escapeHtml(title)}
    </h1>
    <h2 class="filedReport">
        ${escapeHtml(`${first} ${last} (${office})`)}
    </h2>
    <p class="muted"><strong class="noWrap">Filed ${escapeHtml(filedOn)}</strong></p>
    <p>The stand-in does not have the parts of this report.</p>
`;
  return Buffer.from(efdPage({ title: `eFD: ${escapeHtml(title)}`, main }));
}

export function renderExtensionNotice({ title, first, last }: SenateFiling): Buffer {
  const main = `    <strong class="d-print-none return-search">
        Return to the search tab to select another report.
    </strong>
    <h1>
        ${escapeHtml(title)}
    </h1>
    <p>
        ${escapeHtml(`${first} ${last}`)} requested an extension of time for filing this report.
    </p>
`;
  return Buffer.from(efdPage({ title: 'eFD: Extension Notice', main }));
}
