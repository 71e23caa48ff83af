import type { Schema } from '../api/types.js';

type RowFlag = Schema<'TransactionView'>['quality_flags'][number];
type FilingFlag = Schema<'FilingView'>['quality_flags'][number];

/** Each flag of the API once: the compiler says if one is missing. */
const DOUBTS: Record<RowFlag | FilingFlag, string> = {
  unknown_owner: 'The owner is not one of those on the form.',
  unknown_type: 'The type is not one of those on the form.',
  unknown_band: 'The amount is neither a band on the form nor an exact sum.',
  invalid_trade_date: 'The date of the trade is not a calendar date.',
  invalid_notification_date: 'The date of the notification is not a calendar date.',
  impossible_trade_date: 'The date of the trade can’t be right: nothing is derived from it.',
  impossible_notification_date: 'The date of the notification can’t be right.',
  traded_after_notified: 'The trade is dated after its notification.',
  traded_after_signed: 'The trade is dated after the report was signed.',
  traded_after_filed: 'The trade is dated after the report was filed.',
  unknown_row_status: 'The filing status is not New, Amended or Deleted.',
  missing_asset: 'The row names no asset.',
  unknown_asset_lines: 'The asset cell has lines that were not understood.',
  unknown_ticker: 'The ticker cell has a text that is not a ticker.',
  exchange_without_counterpart: 'The exchange names only one asset.',
  missing_cap_gains_box: 'The box "Cap. Gains > $200?" is missing.',
  case_scrambled: 'The document scrambles upper and lower case: texts are not as the filer wrote them.',
  case_restored: 'Name and ticker have the upper and lower case of the drawn letters.',
  unreadable_characters: 'A text has characters that can’t be read.',
  corrected_by_reviewer: 'A reviewer corrected a field.',
  added_by_reviewer: 'A reviewer added this row: it was not read.',
  unknown_filing_time: 'The page states no filing time.',
  unreadable_listing: 'The site’s listing has characters that can’t be read.',
  invalid_filing_date: 'The listing’s date can’t be a filing date.',
};

/** A newer gateway may have a flag that this page does not know yet. */
export const doubtText = (flag: string): string => DOUBTS[flag as RowFlag] ?? flag;
