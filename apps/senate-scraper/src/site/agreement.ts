import { LayoutChanged } from '#rotunda/scraping';
import { load } from 'cheerio';
import type { PageAnswer } from './page-fetcher.js';

const FORM = 'form#agreement_form';
const AGREEMENT_FIELD = 'prohibition_agreement';
const TOKEN_FIELD = 'csrfmiddlewaretoken';

/**
 * The fields that ticking the agreement's box sends. The token is masked anew on each page, so it is another one than
 * the cookie's.
 *
 * @throws LayoutChanged where the form asks for something else: nobody has agreed to that
 */
export function agreementFields({ url, bytes }: PageAnswer): Record<string, string> {
  const page = load(new TextDecoder().decode(bytes));
  const form = page(FORM);
  const token = form.find(`input[name="${TOKEN_FIELD}"]`).attr('value');
  const agreement = form.find(`input[name="${AGREEMENT_FIELD}"]`).attr('value');
  if (!token || !agreement) {
    throw new LayoutChanged(`The agreement on ${url} has no ${AGREEMENT_FIELD} and ${TOKEN_FIELD} to send.`);
  }
  return { [AGREEMENT_FIELD]: agreement, [TOKEN_FIELD]: token };
}
