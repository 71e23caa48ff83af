import { LayoutChanged } from '#rotunda/scraping';
import { load } from 'cheerio';
import type { PageAnswer } from './page-fetcher.js';

const FORM = 'form#agreement_form';
const AGREEMENT_FIELD = 'prohibition_agreement';
const TOKEN_FIELD = 'csrfmiddlewaretoken';

/**
 * The fields to post when the agreement's box is ticked. The token is masked differently on each page, so it is not the
 * same as the cookie's.
 *
 * @throws LayoutChanged where the form lacks these fields: the operator has not agreed to anything else
 */
export function agreementFields({ url, bytes }: PageAnswer): Record<string, string> {
  const page = load(new TextDecoder().decode(bytes));
  const form = page(FORM);
  const token = form.find(`input[name="${TOKEN_FIELD}"]`).attr('value');
  const agreement = form.find(`input[name="${AGREEMENT_FIELD}"]`).attr('value');
  if (!token || !agreement) {
    throw new LayoutChanged(`The agreement on ${url} lacks the field ${AGREEMENT_FIELD} or ${TOKEN_FIELD}.`);
  }
  return { [AGREEMENT_FIELD]: agreement, [TOKEN_FIELD]: token };
}
