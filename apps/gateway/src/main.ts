import 'reflect-metadata';
import { startService } from '#rotunda/runtime';
import { settings } from './config.js';
import { GatewayModule, SERVICE } from './gateway.module.js';
import { prepareGateway } from './http/server/prepare-gateway.js';
import { ROUTER_OPTIONS } from './http/server/router-errors.js';

await startService(SERVICE, settings, (config) => ({
  module: GatewayModule.forRoot(config),
  http: ROUTER_OPTIONS,
  prepare: (app) => prepareGateway(app, config),
}));
