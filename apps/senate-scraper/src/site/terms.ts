import { TASK_ERROR_CODES } from '#rotunda/contracts';
import { TaskFailure } from '#rotunda/tasks';

/** What everybody who obtains a report agrees to: 5 U.S.C. § 13107(c)(1), in short. */
const TERMS_NOTICE =
  'By law (5 U.S.C. § 13107(c)) nobody may obtain or use these reports for an unlawful purpose; for a commercial ' +
  'purpose, other than by news and communications media for dissemination to the general public; to determine or ' +
  "establish anybody's credit rating; or to solicit money for a political, charitable or other purpose.";

/** The operator has not accepted the terms. We never accept them unasked. */
export class TermsNotAccepted extends TaskFailure {
  readonly retryable = false;

  override get name() {
    return TASK_ERROR_CODES.termsNotAccepted;
  }
}

const REFUSAL =
  `The Senate's site shows reports only to those who accept its terms. ${TERMS_NOTICE} Set ROTUNDA_ACCEPT_TERMS=true ` +
  'if you accept that.';

interface Terms {
  ROTUNDA_ACCEPT_TERMS: boolean;
}

/** Tells the operator why scrapes wait; null where the terms are accepted. */
export const refusalWithoutTerms = ({ ROTUNDA_ACCEPT_TERMS }: Terms): string | null =>
  ROTUNDA_ACCEPT_TERMS ? null : REFUSAL;

/**
 * The site requires an agreement before it shows anything. Only the operator can give it; without it we send no request
 * to the site at all.
 *
 * @throws TermsNotAccepted
 */
export function requireAcceptedTerms(terms: Terms): void {
  const refusal = refusalWithoutTerms(terms);
  if (refusal) throw new TermsNotAccepted(refusal);
}
