export * from './configuration.js';
export * from './health.js';
export * from './metrics.js';
export * from './service.js';
export * from './settings.js';
export * from './version.js';
export * from './watchdog.js';
