import { TASK_ERROR_CODES, type TaskErrorCode } from '#rotunda/contracts';
import { LayoutChangedError, UnreadableDocumentError } from '#rotunda/domain';
import { TaskFailure } from '#rotunda/tasks';

/** The site can't be reached, answers with an error, or cuts off its answer. Retry later. */
export class SiteUnavailable extends TaskFailure {
  readonly retryable = true;
  /** Whether the site itself asked us to stay away (429, 5xx, maintenance): several in a row open the breaker. */
  readonly isRefusal: boolean;

  constructor(message: string, { isRefusal = false, ...options }: ErrorOptions & { isRefusal?: boolean } = {}) {
    super(message, options);
    this.isRefusal = isRefusal;
  }

  override get name(): TaskErrorCode {
    return TASK_ERROR_CODES.siteUnavailable;
  }
}

/** The site sends us to another host, or from HTTPS to plain HTTP. Nobody there is asked. */
export class RedirectedElsewhere extends SiteUnavailable {
  override get name(): TaskErrorCode {
    return TASK_ERROR_CODES.redirectedElsewhere;
  }
}

/** The site blocks us (403, or a challenge page in place of the requested one). */
export class SiteBlocked extends TaskFailure {
  readonly retryable = true;

  override get name() {
    return TASK_ERROR_CODES.siteBlocked;
  }
}

/** The answer does not have the form that we know, so nothing can be concluded from it. A person has to look. */
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

/** Turns a parser's error into the one that tells the worker what to do. */
export function siteErrorOf(error: unknown): unknown {
  if (error instanceof LayoutChangedError) return new LayoutChanged(error.message, { cause: error });
  if (error instanceof UnreadableDocumentError) return new UnreadableDocument(error.message, { cause: error });
  return error;
}
