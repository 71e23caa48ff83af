import type { RowQualityFlag } from '#rotunda/domain';

/**
 * Quality flags of a Senate row. A flag marks what is odd and keeps the row: filers err, and a rule that rejected their
 * rows would lose real trades.
 */
export const ROW_FLAGS = {
  /** The owner is not Self, Spouse, Joint or Child. */
  unknownOwner: 'unknown_owner',
  /** The type is not Purchase, Sale (Full), Sale (Partial) or Exchange. */
  unknownType: 'unknown_type',
  /** The amount is neither a band of the form nor an exact sum. */
  unknownBand: 'unknown_band',
  /** The transaction date is not a calendar date. */
  invalidTradeDate: 'invalid_trade_date',
  /** The year of the transaction date can't be right: before the first PTRs, or more than a year after the report. */
  impossibleTradeDate: 'impossible_trade_date',
  /** The trade is dated after the filing date. */
  tradedAfterFiled: 'traded_after_filed',
  /** The asset cell has no name. */
  missingAsset: 'missing_asset',
  /** The asset cell has lines that are neither a name nor an exchanged pair, or a pair where nothing was exchanged. */
  unknownAssetLines: 'unknown_asset_lines',
  /** The ticker cell has a text that is not a ticker, or more tickers than assets. */
  unknownTicker: 'unknown_ticker',
  /** An exchange that names only one asset: older reports do so (12 of 56). */
  exchangeWithoutCounterpart: 'exchange_without_counterpart',
  /** A text had bytes that are not UTF-8, replaced by U+FFFD. */
  unreadableCharacters: 'unreadable_characters',
} as const satisfies Record<string, RowQualityFlag>;

export type RowFlag = (typeof ROW_FLAGS)[keyof typeof ROW_FLAGS];
