import { readConfiguration, type Settings } from '#rotunda/runtime';
import { childEnvironment } from '../config.js';
import { SERVICES, type ServiceName } from './stack.js';

/**
 * Checks the settings of all services and of the set-up before anything is started. A service alone would report a
 * wrong one in its log, after Postgres and NATS were started for it.
 *
 * @param replaced what the stack sets itself, whatever the environment says
 * @throws ConfigurationError that names every setting that is wrong
 */
export async function checkSettings(replaced: Record<string, string>): Promise<void> {
  const tables = await Promise.all([setupSettings(), ...SERVICES.map(settingsOf)]);
  // In one table, so that settings of a worker are checked against those of the set-up.
  readConfiguration(Object.assign({}, ...tables) as Settings, childEnvironment(replaced));
}

const setupSettings = async (): Promise<Settings> => (await import('../setup/setup.js')).setupSettings;

/** By its path, as apps don't import each other; the file only declares settings. */
async function settingsOf(name: ServiceName): Promise<Settings> {
  const file = new URL(`../../../${name}/src/config.js`, import.meta.url).href;
  return ((await import(file)) as { settings: Settings }).settings;
}
