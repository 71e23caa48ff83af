/** The chambers. Each has a scraper service that consumes `tasks.<chamber>.*`. */
export const CHAMBERS = ['senate', 'house'] as const;
export type Chamber = (typeof CHAMBERS)[number];
