import type { RowQualityFlag } from '#rotunda/domain';

/**
 * Quality flags of a House row. A flag marks what is odd and keeps the row: filers err (20 of 5,461 rows are dated
 * after their notification), and a rule that rejected such rows would lose real trades.
 */
export const ROW_FLAGS = {
  /** The owner column has a code other than SP, JT, DC or blank. */
  unknownOwner: 'unknown_owner',
  /** The type is not P, S, S (partial) or E. */
  unknownType: 'unknown_type',
  /** The amount is neither a band of the form nor an exact sum. */
  unknownBand: 'unknown_band',
  /** The transaction date is not a calendar date. */
  invalidTradeDate: 'invalid_trade_date',
  /** The notification date is not a calendar date. */
  invalidNotificationDate: 'invalid_notification_date',
  /** The year of the transaction date can't be right: before the first PTRs, or more than a year after the report. */
  impossibleTradeDate: 'impossible_trade_date',
  /** The same for the notification date. */
  impossibleNotificationDate: 'impossible_notification_date',
  /** The "Filing Status" line is missing, or is not New, Amended or Deleted. */
  unknownRowStatus: 'unknown_row_status',
  /** The trade is dated after its notification. */
  tradedAfterNotified: 'traded_after_notified',
  /** The trade is dated after the signature of the report. */
  tradedAfterSigned: 'traded_after_signed',
  /** The asset cell is empty. */
  missingAsset: 'missing_asset',
  /** The row has no box "Cap. Gains > $200?", ticked or empty, though the table has the column. */
  missingCapGainsBox: 'missing_cap_gains_box',
  /** Older template: some capitals are printed as small letters, so the texts' case is not as the filer wrote it. */
  caseScrambled: 'case_scrambled',
  /** The asset's name and ticker have their drawn case, which differs from that of the raw text. */
  caseRestored: 'case_restored',
  /** A text has characters that the document's font does not name, replaced by U+FFFD. */
  unreadableCharacters: 'unreadable_characters',
} as const satisfies Record<string, RowQualityFlag>;

export type RowFlag = (typeof ROW_FLAGS)[keyof typeof ROW_FLAGS];
