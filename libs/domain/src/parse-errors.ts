/**
 * The bytes can't be read as a document at all: another file type, cut off, locked, over a limit, or reading took too
 * long. Asking the site again may bring a whole file; parsing the same bytes again will not help.
 */
export class UnreadableDocumentError extends Error {
  override readonly name = 'UnreadableDocumentError';
}

/**
 * A document that has not the form we know: another one in its place, or a changed one. Its rows must not be guessed:
 * the parser (or the filing's form) has to be looked at by a person.
 */
export class LayoutChangedError extends Error {
  override readonly name = 'LayoutChangedError';
}
