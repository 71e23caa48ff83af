export * from './free-port.js';
export * from './nats/nats-server.js';
export * from './postgres/postgres-server.js';
export { onServerProcess } from './server-processes.js';
