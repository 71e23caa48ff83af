import { isIP } from 'node:net';
import { bool, EnvError, makeExactValidator, str } from 'envalid';
import { ROLES, type Role } from '#rotunda/contracts';
import { isLoopback } from '#rotunda/runtime';

const MOST_A_MINUTE = 1_000_000;
/** Twenty requests a second: no person and no script of ours comes near it. */
const USUAL_A_MINUTE = 1_200;
const HOST_NAME = /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i;
const RANGES = new Set(['loopback', 'linklocal', 'uniquelocal']);

const listOf = (text: string): string[] => text.split(',').flatMap((part) => part.trim() || []);

/** A comma-separated list. */
const list = (isEntry: (entry: string) => boolean, example: string) =>
  makeExactValidator<string>((text) => {
    const wrong = listOf(text).find((entry) => !isEntry(entry));
    if (wrong === undefined) return text;
    throw new EnvError(`"${wrong}" is not usable: give a list such as ${example}`);
  });

const aMinute = makeExactValidator<string>((text) => {
  if (text === 'auto' || (/^\d{1,7}$/.test(text) && Number(text) <= MOST_A_MINUTE)) return text;
  throw new EnvError(`"${text}" is not a number of requests: auto, or 0 to ${MOST_A_MINUTE}`);
});

function isProxy(entry: string): boolean {
  const [address = '', bits, ...rest] = entry.split('/');
  if (RANGES.has(entry)) return true;
  const most = isIP(address) === 6 ? 128 : 32;
  return isIP(address) > 0 && rest.length === 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most));
}

export const accessSettings = {
  KEYS_REQUIRED: str({
    choices: ['auto', 'true', 'false'] as const,
    default: 'auto',
    desc: 'Whether each request needs a key or a session; auto: unless HTTP_HOST is loopback. docs/access.md',
  }),
  HTTP_HOSTS: list(
    (entry) => entry === '*' || HOST_NAME.test(entry),
    'rotunda.example.org,gateway',
  )({
    default: '',
    desc: 'Host names, besides localhost and IP addresses, that requests may be made to, separated by commas; *: any',
  }),
  TRUST_PROXY: list(
    isProxy,
    '10.0.0.0/8,loopback',
  )({
    default: '',
    desc: 'Reverse proxies whose X-Forwarded headers count: IP addresses, networks (10.0.0.0/8), loopback or uniquelocal',
  }),
  RATE_LIMIT_PER_MINUTE: aMinute({
    default: 'auto',
    desc: `Requests a minute of one key, or of one address without a key; 0: any number; auto: ${USUAL_A_MINUTE}, any where no key is required`,
  }),
  METRICS_OPEN: bool({ default: false, desc: 'Whether /metrics needs no key' }),
  DASHBOARD_PASSWORD: str({ default: '', desc: 'A password that a browser may sign in with, instead of a key' }),
  DASHBOARD_ROLE: str({ choices: ROLES, default: 'act' as Role, desc: 'What a session of that password may do' }),
};

export interface AccessConfig {
  HTTP_HOST: string;
  KEYS_REQUIRED: 'auto' | 'true' | 'false';
  HTTP_HOSTS: string;
  TRUST_PROXY: string;
  RATE_LIMIT_PER_MINUTE: string;
  METRICS_OPEN: boolean;
  DASHBOARD_PASSWORD: string;
  DASHBOARD_ROLE: Role;
}

/** The settings as the gateway works with them. */
export interface Access {
  keysRequired: boolean;
  /** Whether only this machine can reach the gateway. */
  onLoopback: boolean;
  listenHost: string;
  /** Null: any. */
  hosts: ReadonlySet<string> | null;
  trustedProxies: string[];
  /** Null: any number. */
  requestsAMinute: number | null;
  metricsOpen: boolean;
  /** Null: none. */
  password: string | null;
  passwordRole: Role;
}

export const ACCESS = Symbol('access');

export function accessOf(config: AccessConfig): Access {
  const onLoopback = isLoopback(config.HTTP_HOST);
  const keysRequired = config.KEYS_REQUIRED === 'auto' ? !onLoopback : config.KEYS_REQUIRED === 'true';
  const hosts = listOf(config.HTTP_HOSTS).map((host) => host.toLowerCase());
  const limit =
    config.RATE_LIMIT_PER_MINUTE === 'auto'
      ? keysRequired
        ? USUAL_A_MINUTE
        : 0
      : Number(config.RATE_LIMIT_PER_MINUTE);
  return {
    keysRequired,
    onLoopback,
    listenHost: config.HTTP_HOST.toLowerCase(),
    hosts: hosts.includes('*') ? null : new Set(hosts),
    trustedProxies: listOf(config.TRUST_PROXY),
    requestsAMinute: limit || null,
    metricsOpen: config.METRICS_OPEN,
    password: config.DASHBOARD_PASSWORD || null,
    passwordRole: config.DASHBOARD_ROLE,
  };
}
