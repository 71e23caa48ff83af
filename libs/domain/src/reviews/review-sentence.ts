import { type Sentences, sentenceOf } from '../coded.js';
import type { ReviewCode, ReviewReason, ReviewReasons } from './review-reason.js';
import { doubtClause, rowsHave, STORED_SENTENCES } from './stored-sentence.js';

/** The reason in words, for people. */
export const reviewSentence = (reason: ReviewReason): string => sentenceOf(SENTENCES, reason);

/** Reword freely: nothing compares these. */
const SENTENCES: Sentences<ReviewReasons> = {
  ...STORED_SENTENCES,
  unknown_band: rowsHave('an amount that is not one of the form’s bands'),
  invalid_trade_date: rowsHave('a transaction date that is not a date'),
  invalid_notification_date: rowsHave('a notification date that is not a date'),
  impossible_trade_date: rowsHave('an impossible transaction date'),
  impossible_notification_date: rowsHave('an impossible notification date'),
  unknown_asset_lines: rowsHave('unknown lines in the asset cell'),
  unknown_ticker: rowsHave('a ticker cell without a ticker'),
  pdf_damaged: ({ objects }) => `The PDF is damaged: the contents of its objects ${objects.join(', ')} may be missing.`,
  no_filer: () => 'The page does not name the filer.',
  no_filing_date: () => 'The page has no filing date.',
  lineage_unclear: ({ doubts }) => `It is not clear what the filing amends: ${doubts.map(doubtClause).join('; ')}.`,
};

export const REVIEW_CODES = Object.keys(SENTENCES) as ReviewCode[];
