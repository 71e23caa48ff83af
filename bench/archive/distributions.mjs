/**
 * How real disclosures are spread, measured on 303 House PTRs (5,461 rows) and 394 Senate PTRs (3,158 rows) of 2014 to
 * 2026, and on the House's yearly indexes (4,993 PTRs). Only frequencies: every name, company and trade is invented. What
 * is marked "assumed" could not be measured there.
 */

/** Quantiles of the rows of an e-filed PTR: half of them have two or three rows, one in a hundred has hundreds. */
export const ROWS = {
  at: [0, 0.25, 0.4, 0.5, 0.75, 0.9, 0.95, 0.99, 1],
  house: [1, 1, 2, 3, 13, 38, 81, 162, 722],
  senate: [1, 1, 1, 2, 8, 22, 34, 69, 189],
};

/** Quantiles of the days from trade to filing. */
export const DAYS_TO_FILE = {
  at: [0, 0.002, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1],
  house: [-6, 0, 7, 13, 21, 30, 43, 154, 301, 763, 994],
  senate: [0, 1, 8, 10, 18, 26, 32, 59, 315, 455, 799],
};

/** Quantiles of the days from trade to notice (House only; 0.3 % are noticed before the trade). */
export const DAYS_TO_NOTICE = {
  at: [0, 0.003, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1],
  house: [-15, 0, 0, 2, 15, 31, 65, 166, 675, 983],
};

/** Shares of a year in the PTRs (House indexes; the years without one are assumed), and of a month. */
export const YEARS = {
  2012: 250,
  2013: 600,
  2014: 700,
  2015: 728,
  2016: 765,
  2017: 790,
  2018: 830,
  2019: 780,
  2020: 733,
  2021: 680,
  2022: 560,
  2023: 460,
  2024: 490,
  2025: 515,
  2026: 440,
};
export const MONTHS = [414, 429, 450, 448, 485, 425, 417, 425, 386, 358, 369, 387];

/** House first; how many of the filings with rows, and of those on paper (Senate: assumed). */
export const HOUSE_SHARE = 0.45;
export const PAPER = { house: 0.15, senate: 0.04 };
export const SENATE_AMENDMENTS = 0.125;

/** Share of the filings that the first n filers have. Ten filers have two thirds of the rows. */
export const FILERS = { at: [0, 0.06, 0.22, 0.36, 0.55, 0.8, 0.95, 1], upTo: [0, 1, 5, 10, 20, 60, 180, 400] };
export const HEAVY_FILERS = { count: 10, above: 0.8, share: 0.7 };

/**
 * Share of the rows with a ticker that the first n tickers have, of 1,455 seen in 7,400 rows. 450 of them were seen once:
 * 6 % of a larger archive are tickers that are not among them.
 */
export const TICKERS = {
  at: [0, 0.017, 0.048, 0.1, 0.194, 0.376, 0.6, 0.88, 0.94, 1],
  upTo: [0, 1, 3, 10, 30, 100, 300, 1000, 1500, 6000],
};

export const OWNERS = {
  house: { self: 414, spouse: 405, joint: 153, dependent: 27, unknown: 1 },
  senate: { spouse: 423, joint: 388, self: 155, dependent: 33, unknown: 1 },
};

export const TYPES = {
  house: { purchase: 493, sale: 367, sale_partial: 137, exchange: 3 },
  senate: { purchase: 505, sale: 321, sale_partial: 165, exchange: 9 },
};

/** As the forms write them. */
export const ASSET_TYPES = {
  house: { ST: 8868, GS: 453, OT: 258, '': 130, CS: 97, HN: 56, OP: 37, CT: 33, OI: 28, AB: 15, PS: 13, ET: 9, OL: 3 },
  senate: {
    Stock: 6688,
    'Municipal Security': 928,
    'Other Securities': 921,
    'Stock Option': 877,
    'Corporate Bond': 237,
    'Commodities/Futures Contract': 193,
    'Non-Public Stock': 139,
    Cryptocurrency: 17,
  },
};
/** Share of the rows with a ticker, of those asset types that can have one. The others have none. */
export const WITH_TICKER = {
  types: ['ST', 'OP', 'ET', 'Stock', 'Stock Option', 'Other Securities'],
  house: 0.99,
  senate: 0.92,
};

/** The lower ends of the bands; 0 is an exact sum below the first one. */
export const BANDS = {
  house: {
    0: 20,
    1001: 7852,
    15001: 1232,
    50001: 364,
    100001: 267,
    250001: 141,
    500001: 79,
    1000001: 38,
    5000001: 6,
    50000001: 1,
  },
  senate: {
    1001: 5595,
    15001: 2153,
    50001: 807,
    100001: 697,
    250001: 361,
    500001: 317,
    1000001: 60,
    5000001: 9,
    50000001: 1,
  },
};

/** Flags of rows; the first two are measured (20 and 2 of 10,160 rows), the others assumed. */
export const FLAGS = {
  none: 98_500,
  traded_after_notified: 200,
  traded_after_filed: 20,
  missing_cap_gains_box: 500,
  unknown_ticker: 300,
  unknown_asset_lines: 280,
  corrected_by_reviewer: 150,
  unreadable_characters: 50,
};
