import 'reflect-metadata';
import { startService } from '#rotunda/runtime';
import { settings } from './config.js';
import { GatewayModule, SERVICE } from './gateway.module.js';
import { prepareGateway } from './http/server/prepare-gateway.js';
import { serverOptions } from './http/server/server-options.js';

await startService(SERVICE, settings, (config) => ({
  module: GatewayModule.forRoot(config),
  http: serverOptions(config),
  prepare: prepareGateway,
}));
