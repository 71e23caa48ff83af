export * from './commands.js';
export * from './dead-letter.js';
export * from './disclosure-event.js';
export * from './live-state.js';
export * from './schedule-definition.js';
export * from './subjects.js';
export * from './task-id.js';
export * from './task-state.js';
