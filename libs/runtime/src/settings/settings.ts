import { bool, host, str } from 'envalid';
import { port } from './setting-addresses.js';

export const logSettings = {
  LOG_LEVEL: str({
    choices: ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'] as const,
    default: 'log',
    desc: 'Lowest level that is logged',
  }),
  LOG_JSON: bool({ default: false, desc: 'Log one JSON object per line, for log collectors' }),
};

/** Where a service serves its API, health and metrics. */
export const httpSettings = (defaultPort: number) => ({
  HTTP_HOST: host({ default: '127.0.0.1', desc: 'Address to listen on' }),
  HTTP_PORT: port({ default: defaultPort, desc: 'Port of the API, health and metrics' }),
});
