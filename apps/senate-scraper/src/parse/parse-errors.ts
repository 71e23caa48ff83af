/**
 * The bytes can't be read as a page at all: no HTML, cut off, or over a limit. Asking the site again may bring a whole
 * page; parsing the same bytes again will not help.
 */
export class UnreadableDocumentError extends Error {
  override readonly name = 'UnreadableDocumentError';
}

/**
 * A page (or an answer of the search) that has not the form we know: another page in its place, or a changed one. Its
 * rows must not be guessed: the parser (or the filing's form) has to be looked at by a person.
 */
export class LayoutChangedError extends Error {
  override readonly name = 'LayoutChangedError';
}
