import { readConfiguration } from '#rotunda/runtime';
import { childEnvironment } from '../config.js';
import { allSettings } from '../settings/setting-tables.js';

/**
 * Checks the settings of all services and of the set-up before anything is started. A service alone would report a
 * wrong one in its log, after Postgres and NATS were started for it.
 *
 * @param replaced what the stack sets itself, whatever the environment says
 * @throws ConfigurationError that names every setting that is wrong
 */
export async function checkSettings(replaced: Record<string, string>): Promise<void> {
  readConfiguration(await allSettings(), childEnvironment(replaced));
}
