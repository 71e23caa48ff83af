import { load } from 'cheerio';
import { isNestedTooDeep, printed, textOf, type Page } from './html-page.js';

export type PageKind =
  | 'ptr'
  | 'paper'
  | 'agreement'
  | 'search'
  | 'maintenance'
  | 'challenge'
  | 'other-report'
  | 'unknown';

/**
 * Tells what the site sent, whatever the request was. A lost session shows as 200 with the search or agreement page in
 * place of the report: taken for a report without rows, it would lose a filing.
 */
export const recognisePage = (html: string): PageKind => (isNestedTooDeep(html) ? 'unknown' : recognise(load(html)));

/** The order matters: the site's own pages contain scripts of its bot manager and must not be taken for a challenge. */
const SIGNS: readonly (readonly [kind: PageKind, isThere: (page: Page) => boolean])[] = [
  ['agreement', (page) => page('#agreement_form, input[name="prohibition_agreement"]').length > 0],
  ['search', (page) => page('form#searchForm').length > 0],
  ['ptr', (page) => PTR_TITLE.test(textOf(page('h1').first()))],
  ['paper', (page) => page('img.filingImage').length > 0 || textOf(page('h1').first()) === PAPER_TITLE],
  ['other-report', (page) => page('h2.filedReport, .return-search').length > 0],
  ['challenge', isChallenge],
  ['maintenance', isMaintenance],
];

export const recognise = (page: Page): PageKind => SIGNS.find(([, isThere]) => isThere(page))?.[0] ?? 'unknown';

/** Extension notices name the report whose due date they postpone. */
const PTR_TITLE = /^Periodic Transaction Report\b(?!.*\bExtension\b)/i;
const PAPER_TITLE = 'Filing Document - Print View';

/** Elements of the pages that bot managers send in place of the requested one. */
const CHALLENGE_ELEMENTS = [
  // Imperva
  '[src*="_Incapsula_Resource"]',
  // Cloudflare
  '[src*="/cdn-cgi/challenge-platform/"]',
  '#challenge-form',
  '#cf-error-details',
  // Akamai
  '#sec-if-cpt-container',
  '[src*="/_sec/cp_challenge"]',
  'meta[http-equiv="refresh"][content*="bm-verify"]',
  // Captchas
  '.g-recaptcha',
  '.h-captcha',
  '#px-captcha',
  'iframe[src*="captcha"]',
].join(', ');
const CHALLENGE_TITLE =
  /^(?:access denied|just a moment|attention required|request rejected|pardon our interruption)|\b(?:you are|are you) (?:a )?(?:human|robot)\b/i;
const CHALLENGE_TEXT = /incapsula incident id|errors\.edgesuite\.net|the requested url was rejected/i;

function isChallenge(page: Page): boolean {
  if (page(CHALLENGE_ELEMENTS).length > 0) return true;
  if (CHALLENGE_TITLE.test(textOf(page('title').first()))) return true;
  return CHALLENGE_TEXT.test(textOf(page('body')));
}

const MAINTENANCE =
  /\bmaintenance\b|\b(?:temporarily|currently) (?:unavailable|down|offline)\b|\bservice unavailable\b|\bbe back (?:soon|shortly|online)\b/i;
/** A maintenance page is short; a longer page may mention maintenance in passing. */
const SHORT_PAGE_CHARACTERS = 1_000;

function isMaintenance(page: Page): boolean {
  const headings = printed(page('title, h1, h2').text());
  if (MAINTENANCE.test(headings)) return true;
  const body = textOf(page('body'));
  return body.length <= SHORT_PAGE_CHARACTERS && MAINTENANCE.test(body);
}
