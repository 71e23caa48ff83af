import { isIP } from 'node:net';
import { EnvError, makeExactValidator } from 'envalid';

const LAST_PORT = 65_535;

export const port = makeExactValidator<number>((text) => {
  if (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= LAST_PORT) return Number(text);
  throw new EnvError(`"${text}" is not a port: 1 to ${LAST_PORT}`);
});

/** The address of a site. */
export const webAddress = address({ protocols: ['http:', 'https:'], example: 'https://example.org' });

/**
 * A URL with one of these protocols, or a comma-separated list of them, in which the protocol may be left out. The error
 * does not repeat the value, which may contain a password.
 */
export function address({ protocols, example, isList = false, needsHost = true }: AddressSpec) {
  return makeExactValidator<string>((text) => {
    const parts = isList ? text.split(',').map((part) => withProtocol(part.trim(), protocols[0]!)) : [text];
    if (parts.every((part) => isAddress(part, protocols, needsHost))) return text;
    throw new EnvError(`${text === '' ? 'empty' : 'not a usable address'}: give one such as ${example}`);
  });
}

interface AddressSpec {
  protocols: readonly string[];
  example: string;
  isList?: boolean;
  needsHost?: boolean;
}

const withProtocol = (part: string, protocol: string): string =>
  part.includes('://') || part === '' ? part : `${protocol}//${part}`;

function isAddress(text: string, protocols: readonly string[], needsHost: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocols.includes(protocol) && (hostname !== '' || !needsHost);
}

const LOOPBACK_NAMES = new Set(['localhost', '::1', '[::1]']);

/** Whether only this machine reaches it: `localhost`, `::1`, or an IPv4 address of 127.0.0.0/8. */
export const isLoopback = (host: string): boolean =>
  LOOPBACK_NAMES.has(host.toLowerCase()) || (isIP(host) === 4 && host.startsWith('127.'));
