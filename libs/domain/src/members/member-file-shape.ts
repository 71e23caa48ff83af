import type { IsoDate } from '../calendar.js';
import type { Member } from './member.js';

export class InvalidMemberFileError extends Error {
  override readonly name = 'InvalidMemberFileError';
}

export interface MemberFile {
  /** The day that the file describes; null where it does not say. */
  asOf: IsoDate | null;
  members: Member[];
  /** A sentence for each entry that can't be used, e.g. one without a bioguide id yet. */
  leftOut: string[];
}
