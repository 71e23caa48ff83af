import type { Settings } from '#rotunda/runtime';

/** What reads settings of its own. */
export const PROGRAMS = ['gateway', 'scheduler', 'senate-scraper', 'house-scraper', 'setup', 'start'] as const;
export type Program = (typeof PROGRAMS)[number];

/** The settings that a program reads. */
export async function settingsOf(program: Program): Promise<Settings> {
  if (program === 'setup') return (await import('../setup/setup.js')).setupSettings;
  if (program === 'start') return (await import('../config.js')).startSettings;
  return (await configOf(program)).settings;
}

/**
 * Those of all services and of the set-up, in one table, so that settings of a worker are checked against those of the
 * set-up. Where a setting has several defaults (HTTP_PORT), it is the gateway's.
 */
export async function allSettings(): Promise<Settings> {
  const programs = ['setup', 'scheduler', 'senate-scraper', 'house-scraper', 'gateway'] as const;
  return Object.assign({}, ...(await Promise.all(programs.map(settingsOf)))) as Settings;
}

/** The settings of all programs in the sections of `.env.example`; each is in one of them only. */
export async function settingSections(): Promise<Record<string, Settings>> {
  const [messaging, persistence, runtime, scraping, tasks] = await Promise.all([
    import('#rotunda/messaging'),
    import('#rotunda/persistence'),
    import('#rotunda/runtime'),
    import('#rotunda/scraping'),
    import('#rotunda/tasks'),
  ]);
  const [{ SECRETS_DIR }, senate, house, gateway] = await Promise.all([
    settingsOf('setup'),
    configOf('senate-scraper'),
    configOf('house-scraper'),
    settingsOf('gateway'),
  ]);
  const shared: Record<string, Settings> = {
    'Every service': {
      ...{ HTTP_HOST: gateway['HTTP_HOST']!, HTTP_PORT: gateway['HTTP_PORT']! },
      ...runtime.logSettings,
      ...runtime.tracingSettings,
      ...messaging.natsSettings,
      ...persistence.databaseSettings,
    },
    'Set-up: streams, buckets, consumers, and roles of Postgres': {
      ...messaging.topologySettings,
      ...persistence.roleSettings,
      SECRETS_DIR: SECRETS_DIR!,
    },
    'The limits of a task': { ...tasks.taskSettings, ...tasks.planSettings },
    'The sites': {
      ...scraping.siteSettings,
      ...scraping.breakerSettings,
      ...senate['senateSettings'],
      ...house['houseSettings'],
    },
  };
  const named = new Set(Object.values(shared).flatMap(Object.keys));
  const own = Object.entries(gateway).filter(([name]) => !named.has(name));
  return { ...shared, 'The gateway': Object.fromEntries(own) };
}

/** By its path, as apps don't import each other; the file only declares settings. */
async function configOf(
  app: Exclude<Program, 'setup' | 'start'>,
): Promise<{ settings: Settings } & Record<string, Settings>> {
  const file = new URL(`../../../${app}/src/config.js`, import.meta.url).href;
  return (await import(file)) as { settings: Settings } & Record<string, Settings>;
}
