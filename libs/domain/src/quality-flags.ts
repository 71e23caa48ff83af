/** What may be odd about a row. The row is kept; the flag says what to look at. */
export const ROW_QUALITY_FLAGS = {
  unknown_owner: 'the owner is not one of those on the form',
  unknown_type: 'the type is not one of those on the form',
  unknown_band: 'the amount is neither a band on the form nor an exact sum',
  invalid_trade_date: 'the transaction date is not a calendar date',
  invalid_notification_date: 'the notification date is not a calendar date',
  impossible_trade_date:
    'the transaction date is before 2012, when PTRs began, or more than a year after the report: days_to_file and late are null',
  impossible_notification_date: 'the same for the notification date',
  traded_after_notified: 'the trade is dated after its notification',
  traded_after_signed: 'the trade is dated after the report was signed',
  traded_after_filed: 'the trade is dated after the report was filed',
  unknown_row_status: 'the filing status is not New, Amended or Deleted',
  missing_asset: 'the row names no asset',
  unknown_asset_lines: 'the asset cell has unknown lines',
  unknown_ticker: 'the ticker cell has a text that is not a ticker',
  exchange_without_counterpart: 'the exchange names only one asset',
  missing_cap_gains_box: 'the box "Cap. Gains > $200?" is missing',
  case_scrambled: 'the document scrambles upper and lower case; the texts are not as the filer wrote them',
  case_restored: 'name and ticker have the upper and lower case of the drawn letters',
  unreadable_characters: 'a text has unreadable characters, replaced by U+FFFD',
  corrected_by_reviewer: 'a reviewer corrected a field',
  added_by_reviewer: 'a reviewer added the row, which no parser had read; its raw texts are what was typed',
} as const;

export type RowQualityFlag = keyof typeof ROW_QUALITY_FLAGS;

/** What may be odd about a filing. */
export const FILING_QUALITY_FLAGS = {
  case_scrambled: 'the document scrambles upper and lower case; its texts are not as the filer wrote them',
  unknown_filing_time: 'the page states no filing time',
  unreadable_listing: 'the site’s listing has unreadable characters, replaced by U+FFFD',
  invalid_filing_date: 'no PTR can have been filed on the listing’s date; filed_on is null',
} as const;

export type FilingQualityFlag = keyof typeof FILING_QUALITY_FLAGS;
