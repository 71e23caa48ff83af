import { parseUsDate } from '#rotunda/domain';
import { escapeHtml } from './escape-html.js';
import { type SenateFiling, filerTypeOf, reportTypeOf, viewPath } from './senate-filing.js';

/** One line of the answer: first name, last name, office, link with title, `MM/DD/YYYY`. */
export type ReportLine = [first: string, last: string, office: string, link: string, filedOn: string];

/** The answer that DataTables 1.10 expects, and the site's own `result`. */
export interface SearchAnswer {
  draw: number;
  recordsTotal: number;
  recordsFiltered: number;
  data: ReportLine[];
  result: 'ok';
}

const LONGEST_PAGE = 100;
const DATE_TIME = /^(\d{2}\/\d{2}\/\d{4}) (\d{2}:\d{2}:\d{2})$/;
/** The default: by last name, then first name, as the real page requests. */
const DEFAULT_ORDER: Order[] = [
  { column: 1, sign: 1 },
  { column: 0, sign: 1 },
];

interface Order {
  column: number;
  sign: 1 | -1;
}

/**
 * One page of the listing. Null where the real site answers 503 with its maintenance page: no start date, a page of
 * more than 100, and anything else that can't be read.
 *
 * @throws {Error} for a search by state or office: the listing lacks them, and ignoring the filter would be a lie.
 */
export function searchReports(filings: readonly SenateFiling[], form: URLSearchParams): SearchAnswer | null {
  const criteria = readCriteria(form);
  const page = readPage(form);
  if (criteria === null || page === null) return null;
  const found = filings.filter(criteria);
  const lines = inOrder(found, readOrder(form)).slice(page.start, page.start + page.length);
  return {
    draw: page.draw,
    recordsTotal: found.length,
    recordsFiltered: found.length,
    data: lines.map(toLine),
    result: 'ok',
  };
}

function readPage(form: URLSearchParams): { draw: number; start: number; length: number } | null {
  const [draw, start, length] = ['draw', 'start', 'length'].map((name) => Number(form.get(name) || Number.NaN));
  if (![draw, start, length].every(Number.isInteger)) return null;
  if (start! < 0 || length! < 1 || length! > LONGEST_PAGE) return null;
  return { draw: draw!, start: start!, length: length! };
}

function readCriteria(form: URLSearchParams): ((filing: SenateFiling) => boolean) | null {
  for (const field of ['candidate_state', 'senator_state', 'office_id']) {
    if (form.get(field)) throw new Error(`the stand-in can't search by ${field}`);
  }
  const reportTypes = readNumbers(form.get('report_types'));
  const filerTypes = readNumbers(form.get('filer_types'));
  const from = readTime(form.get('submitted_start_date') ?? '');
  const until = form.get('submitted_end_date') ? readTime(form.get('submitted_end_date')!) : Infinity;
  if (reportTypes === null || filerTypes === null || from === null || until === null) return null;
  const matchesNames = nameMatcher(form);
  return (filing) => {
    const filedAt = filedAtMs(filing);
    if (filedAt < from || filedAt > until) return false;
    if (reportTypes.length > 0 && !reportTypes.includes(reportTypeOf(filing))) return false;
    return (filerTypes.length === 0 || filerTypes.includes(filerTypeOf(filing))) && matchesNames(filing);
  };
}

function nameMatcher(form: URLSearchParams): (filing: SenateFiling) => boolean {
  const [first, last, anywhere] = ['first_name', 'last_name', 'search[value]'].map((field) =>
    (form.get(field) ?? '').trim().toLowerCase(),
  );
  return (filing) =>
    filing.first.toLowerCase().startsWith(first!) &&
    filing.last.toLowerCase().startsWith(last!) &&
    [filing.first, filing.last, filing.office, filing.title, filing.filedOn].some((cell) =>
      cell.toLowerCase().includes(anywhere!),
    );
}

/** A JSON list of the form's values, `[11]` or `["11"]`; an empty or missing list means all. */
function readNumbers(json: string | null): number[] | null {
  if (json === null || json === '') return [];
  if (!/^\[\s*("?\d+"?(\s*,\s*"?\d+"?)*)?\s*\]$/.test(json)) return null;
  return (JSON.parse(json) as (number | string)[]).map(Number);
}

/** Milliseconds of `MM/DD/YYYY HH:MM:SS`, read as UTC: these times are only compared with each other. */
function readTime(text: string): number | null {
  const [, day = '', time = ''] = DATE_TIME.exec(text) ?? [];
  const date = parseUsDate(day);
  const ms = Date.parse(`${date}T${time}Z`);
  return date === null || Number.isNaN(ms) ? null : ms;
}

/**
 * The listing has days, the site's own records have times. With noon, a window that ends at 00:00:00 of its last day
 * loses that day, as on the real site.
 */
function filedAtMs({ filedOn }: SenateFiling): number {
  return Date.parse(`${parseUsDate(filedOn)}T12:00:00Z`);
}

function readOrder(form: URLSearchParams): Order[] {
  const orders: Order[] = [];
  for (let n = 0; form.has(`order[${n}][column]`); n += 1) {
    const sign = form.get(`order[${n}][dir]`) === 'desc' ? -1 : 1;
    orders.push({ column: Number(form.get(`order[${n}][column]`)), sign });
  }
  return orders.length > 0 ? orders : DEFAULT_ORDER;
}

/** Equal reports keep the order of the listing, so that pages neither repeat nor skip one. */
function inOrder(filings: readonly SenateFiling[], orders: readonly Order[]): SenateFiling[] {
  const compare = (a: SenateFiling, b: SenateFiling): number => {
    const differences = orders.map(({ column, sign }) => sign * compareCells(sortKey(a, column), sortKey(b, column)));
    return differences.find((difference) => difference !== 0) ?? 0;
  };
  return [...filings].sort(compare);
}

function sortKey(filing: SenateFiling, column: number): string {
  const keys = [filing.first, filing.last, filing.office, filing.title, parseUsDate(filing.filedOn) ?? ''];
  return keys[column] ?? '';
}

const compareCells = (a: string, b: string): number => Number(a > b) - Number(a < b);

function toLine(filing: SenateFiling): ReportLine {
  const link = `<a href="${viewPath(filing)}" target="_blank">${escapeHtml(filing.title)}</a>`;
  return [filing.first, filing.last, filing.office, link, filing.filedOn];
}
