/**
 * The bytes can't be read as a document: another file type, cut off, locked, over a limit, or it took too long. A new
 * download may bring a whole file; parsing the same bytes again will not help.
 */
export class UnreadableDocumentError extends Error {
  override readonly name = 'UnreadableDocumentError';
}

/**
 * The document does not have the form that we know: it is another document, or its form has changed. Its rows must not
 * be guessed; a person has to look at the document or the parser.
 */
export class LayoutChangedError extends Error {
  override readonly name = 'LayoutChangedError';
}
