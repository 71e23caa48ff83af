export * from './free-port.js';
export * from './nats-server.js';
export * from './postgres-server.js';
export { onServerProcess } from './server-processes.js';
