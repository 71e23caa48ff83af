/** The two templates of the Clerk's system: `older` until about May 2022, `newer` since. */
export type PtrTemplate = 'older' | 'newer';

/** The content of a PTR, as it will be printed. */
export interface PtrFacts {
  docId: string;
  template: PtrTemplate;
  /** E.g. `Hon. Jane Doe`. */
  filerName: string;
  /** E.g. `Member`, `Former Member`. */
  filerStatus: string;
  stateDistrict: string;
  /** As printed: `01/10/2025`, `06/2/2017`. */
  signedOn: string;
  /** The accounts that rows are subholdings of. */
  vehicles: Vehicle[];
  rows: PtrRowFacts[];
}

export interface Vehicle {
  /** E.g. `Family Trust (Owner: SP)`. */
  name: string;
  /** Empty where the form prints none. */
  location: string;
}

/** One row as printed; empty strings where nothing is printed. */
export interface PtrRowFacts {
  /** Ten digits, on amended and deleted rows. */
  rowId: string;
  owner: string;
  /** Name, ticker and code: `Apple Inc. - Common Stock (AAPL) [ST]`. */
  asset: string;
  type: string;
  tradedOn: string;
  notifiedOn: string;
  amount: string;
  /** Null where the form has no such column (before 2018). */
  capGainsOver200: boolean | null;
  status: string;
  subholding: string;
  location: string;
  description: string;
  comment: string;
}
