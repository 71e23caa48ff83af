export * from './postgres.js';
export * from './eventually.js';
export * from './nats.js';
export * from './fixtures.js';
export * from './road.js';
export * from './service-process.js';
export * from './tiers.js';
