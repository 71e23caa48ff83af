/** What `rotunda` needs of this library at once: see that of contracts. */
export * from './calendar.js';
export * from './filing.js';
export * from './paper.js';
export * from './transaction.js';
