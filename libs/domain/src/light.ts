/** What `rotunda` needs of this library at once: see that of contracts. */
export * from './calendar.js';
