import type { SourceFile } from '../source-file.js';
import type { HouseFiling } from './house-filing.js';

/** Where the stand-in gets its filings. */
export interface HouseSource {
  readonly filings: readonly HouseFiling[];
  /** Null where the source lists a filing whose document it lacks. */
  document(filing: HouseFiling): Promise<SourceFile | null>;
  /** The real index ZIP; absent where the site builds it from `filings`. */
  readonly indexZip?: (year: number) => Promise<SourceFile | null>;
}
