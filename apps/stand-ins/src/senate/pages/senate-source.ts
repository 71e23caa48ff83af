import type { SourceFile } from '../../source-file.js';
import type { SenateFiling } from './senate-filing.js';

/** The host of the scanned pages, as the real wrapper pages name it. */
export const REAL_MEDIA_ORIGIN = 'https://efd-media-public.senate.gov';

/** Where the stand-in has its filings from. */
export interface SenateSource {
  readonly filings: readonly SenateFiling[];
  /**
   * The HTML of a report; null where the source lists a filing whose document it lacks. Pictures are named on
   * {@link REAL_MEDIA_ORIGIN}.
   */
  page(filing: SenateFiling): Promise<Buffer | null>;
  /** A GIF of the media host by its path; null where no wrapper names it. */
  picture(path: string): Promise<SourceFile | null>;
}
