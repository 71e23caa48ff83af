export class UnknownReviewError extends Error {
  override readonly name = 'UnknownReviewError';
}

/** The review is already decided, or the filing has changed since the reviewer looked. */
export class ReviewConflictError extends Error {
  override readonly name = 'ReviewConflictError';
}
