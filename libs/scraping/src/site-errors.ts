import { TASK_ERROR_CODES } from '#rotunda/contracts';
import { LayoutChangedError, UnreadableDocumentError } from '#rotunda/domain';
import { TaskFailure } from '#rotunda/tasks';

/** The site can't be reached, answers with an error, or breaks off; it will be back. */
export class SiteUnavailable extends TaskFailure {
  readonly retryable = true;
  /** Whether the site itself told us to stay away for now (429, 5xx, maintenance): several in a row open the breaker. */
  readonly isRefusal: boolean;

  constructor(message: string, { isRefusal = false, ...options }: ErrorOptions & { isRefusal?: boolean } = {}) {
    super(message, options);
    this.isRefusal = isRefusal;
  }

  override get name() {
    return TASK_ERROR_CODES.siteUnavailable;
  }
}

/** The site refuses us (403, or a challenge page in place of what was asked for). */
export class SiteBlocked extends TaskFailure {
  readonly retryable = true;

  override get name() {
    return TASK_ERROR_CODES.siteBlocked;
  }
}

/** What the site sent has not the form that we know: nothing can be said of what it lists. Somebody has to look. */
export class LayoutChanged extends TaskFailure {
  readonly retryable = false;

  override get name() {
    return TASK_ERROR_CODES.layoutChanged;
  }
}

/** One document could not be read; others may be fine. */
export class UnreadableDocument extends TaskFailure {
  readonly retryable = true;

  override get name() {
    return TASK_ERROR_CODES.unreadableDocument;
  }
}

/** What a parser threw, as what a worker must do about it. */
export function siteErrorOf(error: unknown): unknown {
  if (error instanceof LayoutChangedError) return new LayoutChanged(error.message, { cause: error });
  if (error instanceof UnreadableDocumentError) return new UnreadableDocument(error.message, { cause: error });
  return error;
}
