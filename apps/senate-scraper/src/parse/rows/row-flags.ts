import type { RowQualityFlag } from '#rotunda/domain';

/**
 * Quality flags of a Senate row. A flag marks what is odd and keeps the row: filers err, and a rule that rejects their
 * rows would lose real trades.
 */
export const ROW_FLAGS = {
  /** The owner is none of Self, Spouse, Joint, Child. */
  unknownOwner: 'unknown_owner',
  /** The type is none of Purchase, Sale (Full), Sale (Partial), Exchange. */
  unknownType: 'unknown_type',
  /** The amount is no band of the form and no exact sum. */
  unknownBand: 'unknown_band',
  /** The transaction date is no day of the calendar. */
  invalidTradeDate: 'invalid_trade_date',
  /** The year of the transaction date can't be meant: before the first PTRs, or more than a year after the report. */
  impossibleTradeDate: 'impossible_trade_date',
  /** The trade is dated after the day on which the report was filed. */
  tradedAfterFiled: 'traded_after_filed',
  /** The asset cell has no name. */
  missingAsset: 'missing_asset',
  /** The asset cell has lines that are no name and no exchanged pair, or a pair where nothing was exchanged. */
  unknownAssetLines: 'unknown_asset_lines',
  /** The ticker cell holds something that is no ticker, or more tickers than assets. */
  unknownTicker: 'unknown_ticker',
  /** An exchange that names one asset only: older reports do (12 of 56). */
  exchangeWithoutCounterpart: 'exchange_without_counterpart',
  /** Bytes of a text were no UTF-8; they are U+FFFD. */
  unreadableCharacters: 'unreadable_characters',
} as const satisfies Record<string, RowQualityFlag>;

export type RowFlag = (typeof ROW_FLAGS)[keyof typeof ROW_FLAGS];
