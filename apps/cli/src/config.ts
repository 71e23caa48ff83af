import { port, type Settings, readConfiguration } from '#rotunda/runtime';
import { str } from 'envalid';

/** What `start` reads from the environment; the services read the rest themselves. */
export const startSettings = {
  NATS_URL: str({ default: undefined, desc: 'NATS servers of your own; without it `start` runs one' }),
  DATABASE_URL: str({ default: undefined, desc: 'A Postgres 18 of your own; without it `start` runs one' }),
  HTTP_HOST: str({ default: undefined, desc: 'Address the gateway listens on; loopback if not set' }),
  HTTP_PORT: port({ default: undefined, desc: 'Port of the gateway; 8080 or, where that is taken, a free one' }),
};

export interface StartConfig {
  NATS_URL: string | undefined;
  DATABASE_URL: string | undefined;
  HTTP_HOST: string | undefined;
  HTTP_PORT: number | undefined;
}

export const readStartConfig = (): StartConfig => readConfiguration(startSettings satisfies Settings);

/**
 * The environment of a child process: ours with these values replaced, and without `NAME_FILE`, which would win over
 * `NAME`.
 */
export function childEnvironment(values: Record<string, string>, env = ourEnvironment()): NodeJS.ProcessEnv {
  const replaced = new Set(Object.keys(values).map((name) => `${name}_FILE`));
  const kept = Object.entries(env).filter(([name]) => !replaced.has(name));
  return { ...Object.fromEntries(kept), ...values };
}

/** Whether we run as a script of package.json. */
export const startedByNpm = (env = ourEnvironment()): boolean => env['npm_lifecycle_event'] !== undefined;

function ourEnvironment(): NodeJS.ProcessEnv {
  // oxlint-disable-next-line node/no-process-env -- passed on whole: each service reads its own settings from it.
  return process.env;
}
