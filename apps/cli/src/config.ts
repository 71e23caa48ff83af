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
 * The environment of a child process: ours with these values replaced. Each may be `NAME` or `NAME_FILE`, and replaces
 * both: a file would win over the value.
 *
 * @param withheld settings that the child does not get, unless they are among the values
 */
export function childEnvironment(
  values: Record<string, string>,
  env = ourEnvironment(),
  withheld: readonly string[] = [],
): NodeJS.ProcessEnv {
  const replaced = new Set([...Object.keys(values), ...withheld].map(settingOf));
  const kept = Object.entries(env).filter(([name]) => !replaced.has(settingOf(name)));
  return { ...Object.fromEntries(kept), ...values };
}

/** Sets settings in our own environment. A `NAME_FILE` would win over the value, and goes. */
export function setSettings(values: Record<string, string>, env = ourEnvironment()): void {
  for (const name of Object.keys(values)) delete env[`${name}_FILE`];
  Object.assign(env, values);
}

const settingOf = (name: string): string => name.replace(/_FILE$/, '');

/** Whether we run as a script of package.json. */
export const startedByNpm = (env = ourEnvironment()): boolean => env['npm_lifecycle_event'] !== undefined;

function ourEnvironment(): NodeJS.ProcessEnv {
  // oxlint-disable-next-line node/no-process-env -- passed on whole: each service reads its own settings from it.
  return process.env;
}
