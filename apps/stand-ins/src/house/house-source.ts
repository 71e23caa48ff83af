import type { SourceFile } from '../source-file.js';
import type { HouseFiling } from './house-filing.js';

/** Where the stand-in has its filings from. */
export interface HouseSource {
  readonly filings: readonly HouseFiling[];
  /** Null where the source lists a filing whose document it lacks. */
  document(filing: HouseFiling): Promise<SourceFile | null>;
  /** The index ZIP as it is; absent where the site is to build it from `filings`. */
  readonly indexZip?: (year: number) => Promise<SourceFile | null>;
}
