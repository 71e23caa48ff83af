import type { SearchAnswer } from './report-search.js';

/** The eFD after an unannounced relaunch. */

/** The search's answer with other field names, and objects as lines. */
export function withUnknownShape({ recordsFiltered, data }: SearchAnswer): unknown {
  const items = data.map(([first, last, office, link, received]) => ({
    filer: { first, last },
    office,
    url: /href="([^"]*)"/.exec(link)?.[1],
    received,
  }));
  return { page: { total: recordsFiltered }, items };
}

/** The agreement with another form, field and token. */
export function withUnknownForm(html: string): string {
  return html
    .replaceAll('agreement_form', 'consentForm')
    .replaceAll('agree_statement', 'consent')
    .replaceAll('prohibition_agreement', 'accept_terms')
    .replaceAll('csrfmiddlewaretoken', 'authenticity_token');
}

/** A PTR's table with one column missing and two renamed; a wrapper whose pictures are loaded by script. */
export function withUnknownReport(html: string): string {
  return html
    .replace(/<th scope="col">Owner<\/th>/, '')
    .replace(/<th scope="col">Transaction Date<\/th>/, '<th scope="col">Traded</th>')
    .replace(/<th scope="col">Amount<\/th>/, '<th scope="col">Value Range</th>')
    .replaceAll('filedReport', 'report-header')
    .replaceAll(/(<li class="list-inline-item">)\((\d+) transactions? total\)/g, '$1$2 entries')
    .replaceAll(/<img ([^>]*class="filingImage"[^>]*?)src=/gs, '<canvas $1data-source=');
}
