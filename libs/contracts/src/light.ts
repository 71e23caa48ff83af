/**
 * The part of this library that loads no other package: what `rotunda` knows at once. The schemas of commands need
 * class-validator, which takes longer to load than a verb takes to run.
 */
export * from './audit.js';
export * from './chambers.js';
export * from './exit-codes.js';
export * from './kinds/task-names.js';
export * from './one-line.js';
export * from './roles.js';
export * from './task-states.js';
