/** What a worker thread needs of this library: nothing here loads NestJS or a client. */
export * from './threads/serve-requests.js';
export * from './paper/load-recogniser.js';
export * from './paper/read-paper.js';
export type { PaperRequest } from './paper/paper-pool.js';
