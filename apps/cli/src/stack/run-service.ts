import { ConfigurationError, readConfiguration } from '#rotunda/runtime';
import { setSettings, startedByNpm } from '../config.js';
import { UsageError } from '../exit-codes.js';
import { settingsOf } from '../settings/setting-tables.js';
import { mainOf, type ServiceName } from './service-files.js';
import { whenParentIsGone } from './stop-request.js';

/**
 * Makes this process a service, as `node dist/apps/<name>/src/main.js` would be: its signals, exit code and memory are
 * the service's. Resolves once it listens; if it does not start, it logs why and ends the process.
 *
 * @param given settings that win over the environment
 * @throws UsageError where one of them is wrong
 */
export async function runService(name: ServiceName, given: Record<string, string>): Promise<void> {
  await checkGiven(name, given);
  setSettings(given);
  // Of `npx rotunda …`, a SIGTERM ends npm and its shell, and never reaches us.
  if (startedByNpm()) whenParentIsGone(() => process.kill(process.pid, 'SIGTERM'));
  await import(mainOf(name).href);
}

async function checkGiven(name: ServiceName, given: Record<string, string>): Promise<void> {
  const table = await settingsOf(name);
  try {
    readConfiguration(Object.fromEntries(Object.keys(given).map((setting) => [setting, table[setting]!])), given);
  } catch (error) {
    if (error instanceof ConfigurationError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}
