/** What may be odd about a row of a filing: the row is kept, the flag says what to look at. */
export const ROW_QUALITY_FLAGS = {
  unknown_owner: 'the owner is none of the form’s',
  unknown_type: 'the type is none of the form’s',
  unknown_band: 'the amount is no band of the form and no exact sum',
  invalid_trade_date: 'the transaction date is not a day of the calendar',
  invalid_notification_date: 'the notification date is not a day of the calendar',
  impossible_trade_date:
    'the transaction date is before 2012, when PTRs began, or more than a year after the report: days_to_file and late are null',
  impossible_notification_date: 'the same of the notification date',
  traded_after_notified: 'the trade is dated after its notification',
  traded_after_signed: 'the trade is dated after the report was signed',
  traded_after_filed: 'the trade is dated after the report was filed',
  unknown_row_status: 'the filing status is none of New, Amended, Deleted',
  missing_asset: 'no asset is named',
  unknown_asset_lines: 'the asset cell has lines that are not known',
  unknown_ticker: 'the ticker cell has something that is no ticker',
  exchange_without_counterpart: 'an exchange that names one asset only',
  missing_cap_gains_box: 'the box "Cap. Gains > $200?" is missing',
  case_scrambled: 'the case of the texts is not the filer’s',
  case_restored: 'name and ticker are given in the case that they are drawn in',
  unreadable_characters: 'a text has characters that can’t be read; they are U+FFFD',
  corrected_by_reviewer: 'a reviewer corrected a field',
} as const;

export type RowQualityFlag = keyof typeof ROW_QUALITY_FLAGS;

/** What may be odd about a filing itself. */
export const FILING_QUALITY_FLAGS = {
  case_scrambled: 'the case of the document’s texts is not the filer’s',
  unknown_filing_time: 'the page has no time of filing',
  unreadable_listing: 'the site’s listing has characters that can’t be read or stored; they are U+FFFD',
  invalid_filing_date: 'the listing’s date is not a day on which a PTR can have been filed; filed_on is null',
} as const;

export type FilingQualityFlag = keyof typeof FILING_QUALITY_FLAGS;
