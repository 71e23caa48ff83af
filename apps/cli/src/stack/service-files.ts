import type { Chamber } from '#rotunda/contracts';
import type { Settings } from '#rotunda/runtime';

/** The services of the stack; the gateway is the one that people talk to. */
export const SERVICES = ['gateway', 'scheduler', 'senate-scraper', 'house-scraper'] as const;
export type ServiceName = (typeof SERVICES)[number];

export const workerOf = (chamber: Chamber): ServiceName => `${chamber}-scraper`;

/** `dist/apps/<name>/src/main.js`, beside our own: by its path, as apps don't import each other. */
export const mainOf = (name: ServiceName): URL => new URL(`../../../${name}/src/main.js`, import.meta.url);

/** Its settings; the file only declares them. */
export async function settingsOf(name: ServiceName): Promise<Settings> {
  const file = new URL(`../../../${name}/src/config.js`, import.meta.url).href;
  return ((await import(file)) as { settings: Settings }).settings;
}
