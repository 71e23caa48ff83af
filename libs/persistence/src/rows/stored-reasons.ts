import { isStoredAs, recogniseSentence, type ReviewReason, storedSentence } from '#rotunda/domain';
import type { FilingRecord } from '../entities/filing.entity.js';
import type { ReviewRecord } from '../entities/review.entities.js';
import { isSameValue } from './row-content.js';

/**
 * Why a filing, or its review, is for a person to look at. A version without codes writes its sentences alone, and leaves
 * codes behind that no longer belong to them: so a code counts where its stored sentence is there as well.
 */
export const reasonsOfFiling = ({ reviewReasons, reviewReasonCodes }: FilingRecord): ReviewReason[] =>
  readReasons(reviewReasons, reviewReasonCodes);

export const reasonsOfReview = ({
  reasons,
  reasonCodes,
}: Pick<ReviewRecord, 'reasons' | 'reasonCodes'>): ReviewReason[] => readReasons(reasons, reasonCodes);

const readReasons = (texts: string[], codes: ReviewReason[] | null): ReviewReason[] =>
  texts.map((text, i) => {
    const stored = codes?.[i];
    return stored && isStoredAs(stored, text) ? stored : recogniseSentence(text);
  });

/** For the two columns: the sentences and the codes, as JSON. */
export const toColumns = (reasons: ReviewReason[]): [texts: string[], codes: string] => [
  reasons.map(storedSentence),
  JSON.stringify(reasons),
];

export const isAmong = (reasons: ReviewReason[], reason: ReviewReason): boolean =>
  reasons.some((other) => isSameValue(other, reason));

export const areSameReasons = (a: ReviewReason[], b: ReviewReason[]): boolean => isSameValue(a, b);
