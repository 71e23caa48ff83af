import { TASK_ERROR_CODES } from '#rotunda/contracts';
import { TaskFailure } from '#rotunda/tasks';

/** The site forgets us as soon as we have agreed. Taken for "no reports", it would lose a day. */
export class SessionLost extends TaskFailure {
  readonly retryable = true;

  override get name() {
    return TASK_ERROR_CODES.sessionLost;
  }
}

/** The listing's pages do not fit together, however often they are read: reports come in meanwhile, or are missing. */
export class ListingUnsettled extends TaskFailure {
  readonly retryable = true;

  override get name() {
    return TASK_ERROR_CODES.listingUnsettled;
  }
}

/** There should be a Chromium, and it does not start. */
export class BrowserUnavailable extends TaskFailure {
  readonly retryable = true;

  override get name() {
    return TASK_ERROR_CODES.browserUnavailable;
  }
}
