/** What an electronic PTR says, in the words that are to be printed. */
export interface PtrFacts {
  /** `Periodic Transaction Report for 10/04/2022 (Amendment 1)` */
  title: string;
  /** `The Honorable Jane Doe (Doe, Jane)`, `(Former Senator)` in the parentheses once she left. */
  filer: string;
  /** `10/04/2022 @ 11:06 AM`; without minutes on the full hour. */
  filedAt: string;
  rows: PtrRowFacts[];
}

/** One row; an empty text where nothing was entered, which is printed as `--` for ticker and comment. */
export interface PtrRowFacts {
  /** The `#` of the row: in any order, and it may repeat. */
  number: string;
  tradedOn: string;
  owner: string;
  ticker: string;
  /** The second line of the ticker cell of an exchange; `--` is printed, an empty text is no line. */
  receivedTicker: string;
  asset: string;
  /** What came in for the asset in an exchange; empty where the report names one asset. */
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
