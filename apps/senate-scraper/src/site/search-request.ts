import type { DateWindow, IsoDate } from '#rotunda/domain';

/** The site's limit. For a longer page it answers 503 with its maintenance page. */
export const PAGE_LENGTH = 100;

const PERIODIC_TRANSACTIONS = 11;
/**
 * Senators and former senators. Candidates (4) are left out: they file no periodic transactions, and of 532 PTRs as the
 * site listed them 446 were of senators, 86 of former ones and none of a candidate. A senator's reports move to "former"
 * when the term ends, so every window needs both.
 */
const FILER_TYPES = [1, 5];
const COLUMN_COUNT = 5;
const FILED_COLUMN = 4;
const LAST_NAME_COLUMN = 1;

/**
 * The fields of `POST /search/report/data/`, as the page's own table sends them. The oldest reports come first, so that
 * a report filed meanwhile comes after those already read.
 *
 * @param window from 2012 on: without a start date the site answers with its maintenance page
 */
export function searchFields(window: DateWindow, { draw, start }: { draw: number; start: number }) {
  const columns = Array.from({ length: COLUMN_COUNT }, (_, n) => [`columns[${n}][data]`, String(n)]);
  return {
    draw: String(draw),
    ...(Object.fromEntries(columns) as Record<string, string>),
    'order[0][column]': String(FILED_COLUMN),
    'order[0][dir]': 'asc',
    'order[1][column]': String(LAST_NAME_COLUMN),
    'order[1][dir]': 'asc',
    start: String(start),
    length: String(PAGE_LENGTH),
    'search[value]': '',
    'search[regex]': 'false',
    report_types: `[${PERIODIC_TRANSACTIONS}]`,
    filer_types: `[${FILER_TYPES.join(', ')}]`,
    submitted_start_date: `${usDate(window.start)} 00:00:00`,
    submitted_end_date: `${usDate(window.end)} 23:59:59`,
    candidate_state: '',
    senator_state: '',
    office_id: '',
    first_name: '',
    last_name: '',
  };
}

const usDate = (date: IsoDate): string => `${date.slice(5, 7)}/${date.slice(8, 10)}/${date.slice(0, 4)}`;
