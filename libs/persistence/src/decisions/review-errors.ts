export class UnknownReviewError extends Error {
  override readonly name = 'UnknownReviewError';
}

/** It was decided already, or something changed since the reviewer looked. */
export class ReviewConflictError extends Error {
  override readonly name = 'ReviewConflictError';
}
