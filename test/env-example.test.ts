import { readFile, writeFile } from 'node:fs/promises';
import { natsSettings, topologySettings } from '#rotunda/messaging';
import { databaseSettings, roleSettings } from '#rotunda/persistence';
import { httpSettings, logSettings, renderEnvExample, type Settings, tracingSettings } from '#rotunda/runtime';
import { breakerSettings, scraperSettings, siteSettings } from '#rotunda/scraping';
import { planSettings, taskSettings } from '#rotunda/tasks';
import { describe, expect, it } from 'vitest';
import { setupSettings } from '../apps/cli/src/setup/setup.js';
import { settings as gateway } from '../apps/gateway/src/config.js';
import { houseSettings } from '../apps/house-scraper/src/config.js';
import { HOUSE } from '../apps/house-scraper/src/house.js';
import { settings as scheduler } from '../apps/scheduler/src/config.js';
import { senateSettings } from '../apps/senate-scraper/src/config.js';
import { SENATE } from '../apps/senate-scraper/src/senate.js';

const scrapers: Settings = { ...scraperSettings(SENATE), ...scraperSettings(HOUSE) };
const FILE = new URL('../.env.example', import.meta.url);

const shared: Record<string, Settings> = {
  'Every service': { ...httpSettings(8080), ...logSettings, ...tracingSettings, ...natsSettings, ...databaseSettings },
  'Set-up: streams, buckets, consumers, and roles of Postgres': {
    ...topologySettings,
    ...roleSettings,
    SECRETS_DIR: setupSettings.SECRETS_DIR,
  },
  'The limits of a task': { ...taskSettings, ...planSettings },
  'The sites': { ...siteSettings, ...breakerSettings, ...senateSettings, ...houseSettings },
};
const named = new Set(Object.values(shared).flatMap(Object.keys));
const ownOf = (settings: Settings): Settings =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => !named.has(name)));

describe('.env.example', () => {
  it('names every setting with its default; UPDATE_ENV_EXAMPLE=1 rewrites it', async () => {
    const rendered = renderEnvExample({ ...shared, 'The gateway': ownOf(gateway) });
    if (process.env['UPDATE_ENV_EXAMPLE']) await writeFile(FILE, rendered);
    expect(await readFile(FILE, 'utf8')).toBe(rendered);
  });

  it('says what 0 means wherever 0 is allowed', () => {
    const takesZero = ([, { _parse }]: [string, Settings[string]]): boolean => {
      try {
        return _parse('0') === 0;
      } catch {
        return false;
      }
    };
    const all = Object.entries({ ...topologySettings, ...gateway, ...scheduler, ...scrapers });
    const taken = all.filter(takesZero);
    expect(taken.length).toBeGreaterThan(5);
    expect(taken.filter(([, { desc }]) => !desc?.match(/\b0[,:]/)).map(([name]) => name)).toEqual([]);
  });

  it('omits no setting of a service', () => {
    expect(ownOf({ ...scheduler, ...scrapers })).toEqual({});
  });
});
