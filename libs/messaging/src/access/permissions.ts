import { CHAMBERS } from '#rotunda/contracts';
import { CONSUMERS } from '../topology-names.js';
import { ACCESS, CONTROL_ACCESS, type StreamAccess } from './access-table.js';
import { inboxPrefix, type KeyedUser, scraperOf, SERVICE_USERS, type ServiceUser } from './nats-users.js';
import { consumersOf, type Rights, setUpSubjectsOf, subjectsOf } from './rights.js';

/** What a user may publish and subscribe to; everything else is denied. */
export interface Permissions {
  publish: readonly string[];
  subscribe: readonly string[];
  /** Whether it may answer, wherever a request that it got says: once, and soon. */
  responds: boolean;
}

/** Null for the operator, who may do everything in the account. */
export function permissionsOf(user: KeyedUser): Permissions | null {
  if (user === 'operator') return null;
  const publish =
    user === 'setup'
      ? [...ACCESS.keys()].flatMap(setUpSubjectsOf)
      : rightsOf(user).flatMap(([stream, rights]) => subjectsOf(stream, rights));
  const asks = user === 'gateway' ? CONTROL_ACCESS.asks : [];
  const answers = CHAMBERS.filter((chamber) => user === scraperOf(chamber)).map(CONTROL_ACCESS.answers);
  return {
    publish: [...new Set([...publish, ...asks])],
    subscribe: [`${inboxPrefix(user)}.>`, ...answers],
    responds: answers.length > 0,
  };
}

/** The streams that a service uses, and its durable consumers of each. A process of another name may need them all. */
export function needsOf(name: string): { stream: string; consumers: string[] }[] {
  const user = SERVICE_USERS.find((service) => service === name);
  if (user) return rightsOf(user).map(([stream, rights]) => ({ stream, consumers: consumersOf(rights) }));
  return [...ACCESS.keys()].map((stream) => ({ stream, consumers: consumerNamesOf(stream) }));
}

const consumerNamesOf = (stream: string): string[] =>
  CONSUMERS.filter((consumer) => consumer.stream === stream).map((consumer) => consumer.name);

function rightsOf(user: ServiceUser): [stream: string, Rights][] {
  return [...ACCESS].flatMap(([stream, access]): [string, Rights][] => {
    const rights = rightsIn(access, user);
    return rights ? [[stream, rights]] : [];
  });
}

function rightsIn(access: StreamAccess, user: ServiceUser): Rights | null {
  if (user === 'gateway' || user === 'scheduler') return access[user];
  return access.scraper(CHAMBERS.find((chamber) => user === scraperOf(chamber))!);
}
