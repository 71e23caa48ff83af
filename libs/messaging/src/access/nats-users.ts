import { type Chamber, CHAMBERS } from '#rotunda/contracts';

/** The services that work on the bus; each has a user of its own name. */
export type ServiceUser = 'gateway' | 'scheduler' | `${Chamber}-scraper`;

export const scraperOf = (chamber: Chamber): `${Chamber}-scraper` => `${chamber}-scraper`;

export const SERVICE_USERS: readonly ServiceUser[] = ['gateway', 'scheduler', ...CHAMBERS.map(scraperOf)];

/** Every user with a key: the services, the set-up, and people with the `nats` CLI. */
export const KEYED_USERS = [...SERVICE_USERS, 'setup', 'operator'] as const;
export type KeyedUser = (typeof KEYED_USERS)[number];

/** Whoever comes without credentials, where a server allows that; with the operator's rights. */
export const LOCAL_USER = 'local';

/**
 * The prefix of a user's inboxes: where it gets the answers to its requests. Only that user may subscribe to them;
 * with the client's own `_INBOX.>` every service could read the answers of all others.
 */
export const inboxPrefix = (user: string): string => `_INBOX_${user}`;
