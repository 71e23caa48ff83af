import { Command } from 'commander';
import { afterEach, expect, it, vi } from 'vitest';
import { addGatewayOption, apiOf } from './gateway-option.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

async function gatewayOf(args: string[], env: Record<string, string>): Promise<string> {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const tasks = addGatewayOption(new Command('tasks'))
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  tasks.command('list').action(() => undefined);
  await tasks.parseAsync(['list', ...args], { from: 'user' });
  return apiOf(tasks).gateway;
}

it.each<[string[], Record<string, string>, string]>([
  [[], {}, 'http://127.0.0.1:8080'],
  [['--gateway', 'https://a.test/'], {}, 'https://a.test'],
  [['--url', 'http://old.test'], { ROTUNDA_GATEWAY: 'http://b.test' }, 'http://old.test'],
  [[], { ROTUNDA_GATEWAY: 'http://b.test', ROTUNDA_URL: 'http://old.test' }, 'http://b.test'],
  [[], { ROTUNDA_URL: 'http://old.test' }, 'http://old.test'],
])('with %j and %j it is %s', async (args, env, gateway) => {
  expect(await gatewayOf(args, env)).toBe(gateway);
});

it('refuses what is not the URL of a web server', async () => {
  await expect(gatewayOf(['--gateway', 'localhost:8080'], {})).rejects.toThrow('must be a URL such as http://');
});
