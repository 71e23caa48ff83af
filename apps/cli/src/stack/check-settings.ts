import { readConfiguration, type Settings } from '#rotunda/runtime';
import { childEnvironment } from '../config.js';
import { SERVICES, settingsOf } from './service-files.js';

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
