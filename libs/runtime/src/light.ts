/** The part of this library that loads no other package: see that of contracts. */
export * from './closed-output.js';
export * from './nearest.js';
export * from './version.js';
