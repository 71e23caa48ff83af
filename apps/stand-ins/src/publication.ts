/**
 * What the public knows of a document: `published`: listed and there. `listed`: listed, the document is 404 yet.
 * `hidden`: neither listed nor there.
 */
export const PUBLICATIONS = ['published', 'listed', 'hidden'] as const;
export type Publication = (typeof PUBLICATIONS)[number];

export const isPublication = (value: unknown): value is Publication => PUBLICATIONS.some((known) => known === value);
