/**
 * The bytes can't be read as a document at all: no PDF, cut off, locked, over a limit, or reading took too long.
 * Asking the site again may bring a whole file; parsing the same bytes again will not help.
 */
export class UnreadableDocumentError extends Error {
  override readonly name = 'UnreadableDocumentError';
}

/**
 * A text PDF that is no PTR of a known template. Its rows must not be guessed: the parser (or the filing's form) has to
 * be looked at by a person.
 */
export class LayoutChangedError extends Error {
  override readonly name = 'LayoutChangedError';
}
