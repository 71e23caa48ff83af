import { readConfiguration, type Settings } from '#rotunda/runtime';
import { childEnvironment } from '../config.js';
import { SERVICES, type ServiceName } from './stack.js';

/**
 * Reads the settings of all services and of the set-up, before anything is started: a service that can't read its own
 * says so in a log, after Postgres and NATS were started for it.
 *
 * @param replaced what the stack gives its services in place of the environment's own
 * @throws ConfigurationError that names every setting that is wrong
 */
export async function checkSettings(replaced: Record<string, string>): Promise<void> {
  const tables = await Promise.all([setupSettings(), ...SERVICES.map(settingsOf)]);
  // In one table, so that a setting of a worker is held against one of the set-up.
  readConfiguration(Object.assign({}, ...tables) as Settings, childEnvironment(replaced));
}

const setupSettings = async (): Promise<Settings> => (await import('../setup/setup.js')).setupSettings;

/** By its place, as its `main.js` is started: nobody imports an app, and nothing of it runs here. */
async function settingsOf(name: ServiceName): Promise<Settings> {
  const file = new URL(`../../../${name}/src/config.js`, import.meta.url).href;
  return ((await import(file)) as { settings: Settings }).settings;
}
