import type { SourceFile } from '../../source-file.js';
import type { SenateFiling } from './senate-filing.js';

/** The host of the scanned pages, as in the real wrapper pages. */
export const REAL_MEDIA_ORIGIN = 'https://efd-media-public.senate.gov';

/** Where the stand-in gets its filings. */
export interface SenateSource {
  readonly filings: readonly SenateFiling[];
  /**
   * The HTML of a report; null where the source lists a filing whose document it lacks. Pictures are on
   * {@link REAL_MEDIA_ORIGIN}.
   */
  page(filing: SenateFiling): Promise<Buffer | null>;
  /** A GIF of the media host by path; null where no wrapper names it. */
  picture(path: string): Promise<SourceFile | null>;
}
