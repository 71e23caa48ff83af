/** As each answer of the API with disclosures has it (`notice`). */
export const USE_NOTICE =
  'Under 5 U.S.C. § 13107(c) it is unlawful to obtain or use a report for any unlawful purpose, for any commercial ' +
  'purpose other than by news and communications media for dissemination to the general public, for determining or ' +
  'establishing the credit rating of any individual, or for use, directly or indirectly, in the solicitation of money ' +
  'for any political, charitable or other purpose.';
