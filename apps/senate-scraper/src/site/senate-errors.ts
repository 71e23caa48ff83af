import { TASK_ERROR_CODES } from '#rotunda/contracts';
import { TaskFailure } from '#rotunda/tasks';

/** The site loses our session right after we agreed. Taken for "no reports", it would lose a day. */
export class SessionLost extends TaskFailure {
  readonly retryable = true;

  override get name() {
    return TASK_ERROR_CODES.sessionLost;
  }
}

/** The listing's pages stay inconsistent: reports are filed meanwhile, or are missing. */
export class ListingUnsettled extends TaskFailure {
  readonly retryable = true;

  override get name() {
    return TASK_ERROR_CODES.listingUnsettled;
  }
}

/** There is no Chromium, or it does not start. */
export class BrowserUnavailable extends TaskFailure {
  readonly retryable = true;

  override get name() {
    return TASK_ERROR_CODES.browserUnavailable;
  }
}
