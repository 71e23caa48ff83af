/** The content of an electronic PTR, as it will be printed. */
export interface PtrFacts {
  /** `Periodic Transaction Report for 10/04/2022 (Amendment 1)` */
  title: string;
  /** `The Honorable Jane Doe (Doe, Jane)`, with `(Former Senator)` in the parentheses after the term. */
  filer: string;
  /** `10/04/2022 @ 11:06 AM`; without minutes on the full hour. */
  filedAt: string;
  rows: PtrRowFacts[];
}

/** One row. Empty strings mean that nothing was entered, which prints as `--` for ticker and comment. */
export interface PtrRowFacts {
  /** The row's `#`: in any order, and it may repeat. */
  number: string;
  tradedOn: string;
  owner: string;
  ticker: string;
  /** Second line of the ticker cell of an exchange: `--` is printed, an empty string adds no line. */
  receivedTicker: string;
  asset: string;
  /** The asset received in an exchange; empty where the report names only one asset. */
  receivedAsset: string;
  assetType: string;
  type: string;
  amount: string;
  /** `Call`, `Put`, `Short Sale` or `Neither`. */
  optionType: string;
  strike: string;
  expires: string;
  rate: string;
  matures: string;
  company: string;
  place: string;
  platform: string;
  description: string;
  comment: string;
}
