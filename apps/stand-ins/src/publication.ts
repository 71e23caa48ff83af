/**
 * How public a document is. `published`: listed and served. `listed`: listed, but still 404. `hidden`: neither listed
 * nor served.
 */
export const PUBLICATIONS = ['published', 'listed', 'hidden'] as const;
export type Publication = (typeof PUBLICATIONS)[number];

export const isPublication = (value: unknown): value is Publication => PUBLICATIONS.some((known) => known === value);
