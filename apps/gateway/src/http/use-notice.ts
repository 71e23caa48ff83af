/** 5 U.S.C. § 13107(c)(1), repeated in every answer with disclosures. */
export const USE_NOTICE =
  'Under 5 U.S.C. § 13107(c) it is unlawful to obtain or use a report for any unlawful purpose, for any commercial ' +
  'purpose other than by news and communications media for dissemination to the general public, for determining or ' +
  'establishing the credit rating of any individual, or for use, directly or indirectly, in the solicitation of money ' +
  'for any political, charitable or other purpose.';

const THE_LAW = 'https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title5-section13107';

/** The same for answers of any form. Headers hold ASCII only. */
export const USE_NOTICE_HEADERS = {
  'use-notice': USE_NOTICE.replace('§', 'sec.'),
  link: `<${THE_LAW}>; rel="terms-of-service"`,
};
