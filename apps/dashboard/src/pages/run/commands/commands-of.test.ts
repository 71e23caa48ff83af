import { expect, it } from 'vitest';
import { commandsOf } from './commands-of.js';

const here = { origin: 'http://127.0.0.1:8080', needsKey: false };
const check = { name: 'check', chamber: 'house', chambers: ['senate', 'house'], body: {} };

it('quotes a text so that no shell reads anything into it', () => {
  const { curl } = commandsOf({ ...check, body: { note: `it's $(rm) "x"` } }, here);
  expect(curl).toContain(String.raw`-d '{"note":"it'\''s $(rm) \"x\""}'`);
});

it('names the gateway where it is not the usual one, and the key where one is needed', () => {
  const { rotunda, curl } = commandsOf(check, { origin: 'https://rotunda.example', needsKey: true });
  expect(rotunda).toBe('npx rotunda tasks --gateway https://rotunda.example submit check house');
  expect(curl).toContain('Authorization: Bearer');
  expect(commandsOf(check, here).rotunda).toBe('npx rotunda tasks submit check house');
});

it('publishes for each chamber what the gateway does for all', () => {
  const { nats } = commandsOf({ ...check, chamber: 'all' }, here);
  expect(nats).toBe("nats pub tasks.senate.check '{}'\nnats pub tasks.house.check '{}'");
});
