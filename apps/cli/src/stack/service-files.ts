import type { Chamber } from '#rotunda/contracts';

/** The services of the stack; the gateway is the one that people talk to. */
export const SERVICES = ['gateway', 'scheduler', 'senate-scraper', 'house-scraper'] as const;
export type ServiceName = (typeof SERVICES)[number];

export const workerOf = (chamber: Chamber): ServiceName => `${chamber}-scraper`;

/** `dist/apps/<name>/src/main.js`, beside our own: by its path, as apps don't import each other. */
export const mainOf = (name: ServiceName): URL => new URL(`../../../${name}/src/main.js`, import.meta.url);
