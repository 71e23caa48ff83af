/** What a worker thread needs of this library: nothing here loads NestJS or a client. */
export * from './threads/serve-requests.js';
