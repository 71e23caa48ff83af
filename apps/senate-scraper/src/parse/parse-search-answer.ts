import { load } from 'cheerio';
import { type IsoDate, LayoutChangedError, parseFilingDate } from '#rotunda/domain';
import { printed } from './page/html-page.js';

/** One line of the search: `…Raw` as the site sent it, the names without its stray commas, numbers and blanks. */
export interface ListedReport {
  /** The UUID in lower case: old paper is listed in capitals. */
  externalId: string;
  /** How the site shows it: a page, pictures of paper, or another form than a PTR. */
  kind: 'ptr' | 'paper' | 'other';
  /** As listed, in its original case, e.g. `/search/view/ptr/{uuid}/`. */
  path: string;
  titleRaw: string;
  first: string;
  last: string;
  officeRaw: string;
  filedAtRaw: string;
  /** Null where the raw text is not a date of filing. */
  filedOn: IsoDate | null;
}

/** One page of the search. */
export interface SearchAnswer {
  /** The number of reports on all pages together. */
  recordsFiltered: number;
  reports: ListedReport[];
}

const COLUMN_COUNT = 5;
/** Real ones have about 150. */
const LINK_CHARACTERS = 2_000;
const REPORT_PATH =
  /^\/search\/view\/([a-z-]+(?:\/[a-z-]+)*)\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\/?$/i;

/**
 * Reads one answer of `POST /search/report/data/`. A page past the end is empty too, so the caller has to compare
 * `recordsFiltered` with what it read.
 *
 * @throws LayoutChangedError for an answer of another shape, never taken as empty: that would say "nothing was filed"
 */
export function parseSearchAnswer(json: unknown): SearchAnswer {
  const { result, recordsFiltered, data } = isObject(json) ? json : {};
  if (result !== 'ok') throw changed('its result is not "ok"', json);
  if (!isCount(recordsFiltered)) throw changed('it has no count of its records', json);
  if (!Array.isArray(data)) throw changed('it has no list of reports', json);
  if (data.length > recordsFiltered)
    throw changed(`it counts ${recordsFiltered} reports and lists ${data.length}`, json);
  return { recordsFiltered, reports: data.map(readReport) };
}

function readReport(row: unknown): ListedReport {
  if (!isRow(row)) throw changed(`a line does not have ${COLUMN_COUNT} texts`, row);
  const [firstRaw, lastRaw, officeRaw, link, filedAtRaw] = row;
  const { titleRaw, path, form, externalId } = readLink(link);
  return {
    externalId,
    kind: form === 'ptr' || form === 'paper' ? form : 'other',
    path,
    titleRaw,
    first: displayName(firstRaw),
    last: displayName(lastRaw),
    officeRaw,
    filedAtRaw,
    filedOn: parseFilingDate(filedAtRaw),
  };
}

function readLink(html: string): { titleRaw: string; path: string; form: string; externalId: string } {
  if (html.length > LINK_CHARACTERS) throw changed(`a link has ${html.length} characters`, html);
  const links = load(html, null, false)('a');
  const path = links.attr('href') ?? '';
  const parts = REPORT_PATH.exec(path);
  if (links.length !== 1 || !parts) throw changed('a line has no link to a report', html);
  return { titleRaw: links.text(), path, form: parts[1]!.toLowerCase(), externalId: parts[2]!.toLowerCase() };
}

/** The site's page shows these cells as HTML, so a name may contain character references (none seen so far). */
const textOf = (cell: string): string =>
  cell.includes('&') ? load(cell.slice(0, LINK_CHARACTERS), null, false).root().text() : cell;

/** Seen: `Moran,  `, `Young, 2245623`, `BENJAMIN L `. A comma before a suffix stays, and so does the case. */
const displayName = (raw: string): string =>
  printed(textOf(raw))
    .replace(/(?:,\s*\d*)+$/, '')
    .replaceAll(' ,', ',');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;
const isRow = (value: unknown): value is [string, string, string, string, string] =>
  Array.isArray(value) && value.length === COLUMN_COUNT && value.every((text) => typeof text === 'string');

const SHOWN_CHARACTERS = 200;

function changed(what: string, value: unknown): LayoutChangedError {
  const shown = (JSON.stringify(value) ?? String(value)).slice(0, SHOWN_CHARACTERS);
  return new LayoutChangedError(`The search's answer has an unknown form: ${what}: ${shown}`);
}
