import { bool, host, makeValidator, str } from 'envalid';
import { port } from './setting-addresses.js';

const isTrue = bool()._parse;
/** Empty, as Docker Compose passes a variable that has no value, is also auto. */
const boolOrAuto = makeValidator((input): boolean | 'auto' =>
  input === 'auto' || input === '' ? 'auto' : isTrue(input),
);

export const logSettings = {
  LOG_LEVEL: str({
    choices: ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'] as const,
    default: 'log',
    desc: 'Lowest level that is logged',
  }),
  LOG_JSON: boolOrAuto({
    default: 'auto',
    desc: 'Log one JSON object per line: true, false (for people), auto (unless the output is a terminal)',
  }),
};

/** Where a service serves its API, health and metrics. */
export const httpSettings = (defaultPort: number) => ({
  HTTP_HOST: host({ default: '127.0.0.1', desc: 'Address to listen on' }),
  HTTP_PORT: port({ default: defaultPort, desc: 'Port of the API, health and metrics' }),
});
