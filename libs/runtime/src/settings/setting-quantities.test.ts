import { describe, expect, it } from 'vitest';
import { readConfiguration } from './configuration.js';
import { address, port } from './setting-addresses.js';
import { bytes, count, days, duration, inTime, mebibytes } from './setting-quantities.js';

const DAY_MS = 24 * 60 * 60 * 1_000;
const MIB = 1024 * 1024;

const settings = {
  LIMIT_MS: duration({ default: 1_000, least: 1_000, orZero: true, most: 365 * DAY_MS, desc: 'A limit; 0: never' }),
  QUEUE_BYTES: bytes({ default: MIB, least: 1024, most: MIB * MIB, desc: 'A size' }),
  MEMORY_MB: mebibytes({ default: 768, least: 128, most: 1024 * 1024, desc: 'A size in MiB' }),
  KEPT_DAYS: days({ default: 365, most: 36_500, desc: 'So many days' }),
  TRIES: count({ default: 4, most: 10, desc: 'How often' }),
  THE_PORT: port({ default: 80, desc: 'A port' }),
  SERVERS: address({ protocols: ['nats:', 'tls:'], example: 'nats://a:4222', isList: true })({ default: 'nats://a' }),
  DATABASE: address({ protocols: ['postgres:'], example: 'postgres://a/b', needsHost: false })({ default: 'x' }),
};
type Name = keyof typeof settings;

const read = (name: Name, text: string): unknown => readConfiguration(settings, { [name]: text })[name];

it.each<[Name, string, number]>([
  ['LIMIT_MS', '5000', 5_000],
  ['LIMIT_MS', '3_300_000', 3_300_000],
  ['LIMIT_MS', '55min', 3_300_000],
  ['LIMIT_MS', '30 s', 30_000],
  ['LIMIT_MS', '5m', 300_000],
  ['LIMIT_MS', '1.1h', 3_960_000],
  ['LIMIT_MS', '30d', 30 * DAY_MS],
  ['LIMIT_MS', '0', 0],
  ['QUEUE_BYTES', '4096', 4096],
  ['QUEUE_BYTES', '256MB', 256 * MIB],
  ['MEMORY_MB', '768', 768],
  ['MEMORY_MB', '1GB', 1024],
  ['KEPT_DAYS', '52w', 364],
  ['TRIES', '10', 10],
  ['THE_PORT', '65535', 65_535],
])('%s=%s is %d', (name, text, value) => {
  expect(read(name, text)).toBe(value);
});

it.each<[Name, string, string]>([
  ['LIMIT_MS', 'abc', '"abc" is not a duration: give milliseconds, or 500ms, 30s, 55min, 2h, 1d; 1 s to 365 d, or 0'],
  ['LIMIT_MS', '', '"" is not a duration'],
  ['LIMIT_MS', '55', '"55" is out of range: 1 s to 365 d, or 0'],
  ['LIMIT_MS', '-1', '"-1" is not a duration'],
  ['LIMIT_MS', 'Infinity', '"Infinity" is not a duration'],
  ['LIMIT_MS', 'NaN', '"NaN" is not a duration'],
  ['LIMIT_MS', '1e6', '"1e6" is not a duration'],
  ['LIMIT_MS', '366d', '"366d" is out of range'],
  ['LIMIT_MS', '30MB', '"30MB" is not a duration'],
  ['LIMIT_MS', '3_30', '"3_30" is not a duration'],
  ['LIMIT_MS', '1500.5', '"1500.5" is out of range: a whole number, 1 s to 365 d, or 0'],
  ['QUEUE_BYTES', '256', '"256" is out of range: 1 kB to 1 TB'],
  ['QUEUE_BYTES', '30s', '"30s" is not a size'],
  ['MEMORY_MB', '1', '"1" is out of range: 128 MB to 1 TB'],
  ['KEPT_DAYS', '0', '"0" is out of range: 1 d to 36500 d'],
  ['TRIES', '0', '"0" is out of range: 1 to 10'],
  ['TRIES', '3x', '"3x" is not a whole number'],
  ['THE_PORT', '0', '"0" is not a port: 1 to 65535'],
  ['THE_PORT', '80abc', '"80abc" is not a port'],
  ['SERVERS', '', 'empty: give one such as nats://a:4222'],
  ['SERVERS', 'nats://a:4222,', 'not a usable address'],
  ['SERVERS', 'http://a:4222', 'not a usable address'],
  ['DATABASE', 'mysql://u:secret@h/d', 'not a usable address: give one such as postgres://a/b'],
])('%s=%s is refused by name', (name, text, complaint) => {
  const attempt = (): unknown => read(name, text);
  expect(attempt).toThrow(`${name}: ${complaint}`);
  expect(attempt).not.toThrow('secret');
});

it.each<[Name, string]>([
  ['SERVERS', 'nats://a:4222, b:4222,tls://user:pass@c'],
  ['SERVERS', 'localhost'],
  ['DATABASE', 'postgres:///rotunda?host=/run/postgresql'],
])('%s=%s is taken as it is', (name, text) => {
  expect(read(name, text)).toBe(text);
});

describe('a setting that must agree with others', () => {
  const under = {
    SOFT_MS: duration({
      default: 1,
      most: 100,
      desc: 'Soft',
      agrees: ({ SOFT_MS: soft, HARD_MS: hard }) => (hard === undefined || soft! < hard ? null : 'not below HARD_MS'),
    }),
  };
  const both = { ...under, HARD_MS: duration({ default: 50, most: 100, desc: 'Hard' }) };

  it('is refused if it does not', () => {
    expect(() => readConfiguration(both, { SOFT_MS: '60' })).toThrow('SOFT_MS: not below HARD_MS');
    expect(readConfiguration(both, { SOFT_MS: '60', HARD_MS: '70' })).toMatchObject({ SOFT_MS: 60 });
  });

  it('has nothing to agree with if the others are missing or wrong', () => {
    expect(readConfiguration(under, { SOFT_MS: '60' })).toMatchObject({ SOFT_MS: 60 });
    expect(() => readConfiguration(both, { SOFT_MS: '60', HARD_MS: 'x' })).not.toThrow('not below');
  });
});

it('names the variable whose file is missing', () => {
  expect(() => readConfiguration(settings, { TRIES_FILE: '/nowhere/at/all' })).toThrow(
    "TRIES_FILE can't be read: ENOENT",
  );
});

it('shows a time in the largest unit that leaves a whole number', () => {
  expect([1, 1_500, 90_000, 60_000, 30 * DAY_MS].map(inTime)).toEqual(['1 ms', '1500 ms', '90 s', '1 min', '30 d']);
});
