import type { RowQualityFlag } from '#rotunda/domain';

/**
 * Quality flags of a House row. A flag marks what is odd and keeps the row: filers err (20 of 5,461 rows trade after
 * they were notified), and a rule that rejects them would lose real trades.
 */
export const ROW_FLAGS = {
  /** The owner column holds a code other than SP, JT, DC or blank. */
  unknownOwner: 'unknown_owner',
  /** The type is none of P, S, S (partial), E. */
  unknownType: 'unknown_type',
  /** The amount is no band of the form and no exact sum. */
  unknownBand: 'unknown_band',
  /** The transaction date is no day of the calendar. */
  invalidTradeDate: 'invalid_trade_date',
  /** The notification date is no day of the calendar. */
  invalidNotificationDate: 'invalid_notification_date',
  /** The year of the transaction date can't be meant: before the first PTRs, or more than a year after the report. */
  impossibleTradeDate: 'impossible_trade_date',
  /** The same of the notification date. */
  impossibleNotificationDate: 'impossible_notification_date',
  /** The "Filing Status" line is missing, or says something else than New, Amended, Deleted. */
  unknownRowStatus: 'unknown_row_status',
  /** The trade is dated after the day on which the filer was notified of it. */
  tradedAfterNotified: 'traded_after_notified',
  /** The trade is dated after the day on which the report was signed. */
  tradedAfterSigned: 'traded_after_signed',
  /** The asset cell is empty. */
  missingAsset: 'missing_asset',
  /** The row has no box "Cap. Gains > $200?", ticked or not, though the table has the column. */
  missingCapGainsBox: 'missing_cap_gains_box',
  /** Older template: some capitals are printed as small letters, so the case of the texts is not the filer's. */
  caseScrambled: 'case_scrambled',
  /** The asset's name and ticker are given in the case that they are drawn in; the raw text has another one. */
  caseRestored: 'case_restored',
  /** A text has characters that the document's font does not name; they are U+FFFD. */
  unreadableCharacters: 'unreadable_characters',
} as const satisfies Record<string, RowQualityFlag>;

export type RowFlag = (typeof ROW_FLAGS)[keyof typeof ROW_FLAGS];
