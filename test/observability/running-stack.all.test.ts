import { readFile } from 'node:fs/promises';
import { byTier, eventually, hasPrometheus } from '#rotunda/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROWS } from '../../deploy/grafana/panels.js';
import { Prometheus } from './prometheus.js';
import { type RunningStack, startRunningStack } from './running-stack.js';
import { shippedRules } from './scaled-rules.js';
import { onThisMachine, shippedConfig } from './shipped-config.js';
import { blocksOf, pageOf } from '../docs/page.js';
import { typed } from '../docs/shell.js';

let stack: RunningStack;
beforeAll(async () => (stack = await startRunningStack()));
afterAll(() => stack?.stop());

describe.skipIf(!hasPrometheus())('Prometheus', () => {
  /** Queries that find nothing where all is well, and why. */
  const EMPTY = new Map([
    ['ALERTS', 'no alert fires'],
    ['rotunda_schedule_lag_seconds', 'no tick was due since the scheduler’s start'],
  ]);
  let prometheus: Prometheus;

  beforeAll(async () => {
    const config = onThisMachine(await shippedConfig(stack.keys.look), stack.targets);
    prometheus = await Prometheus.start(stack.targets, await shippedRules(), config);
    await stack.house.scrape(stack.house.recent());
  });
  afterAll(() => prometheus?.stop());

  it('reads every service with deploy/prometheus/prometheus.yml, the gateway with a key', async () => {
    const up = await eventually('every service to be up', async () => {
      const found = await prometheus.query('up == 1');
      return found.length === stack.targets.length ? found : null;
    });
    expect(new Set(up.map(({ metric }) => metric['job']))).toEqual(new Set(stack.targets.map(({ job }) => job)));
  });

  const panels = Object.values(ROWS).flat();
  it.each(panels.map(({ title, queries }) => [title, queries] as const))(
    'has figures for the dashboard’s “%s”',
    async (_, queries) => {
      for (const { expression, legend } of queries) {
        const query = expression.replaceAll('$chamber', '.+').replaceAll('$__rate_interval', '5s');
        const mayBeEmpty = [...EMPTY.keys()].some((metric) => query.includes(metric));
        const found = await eventually(query, async () => {
          const samples = (await prometheus.query(query)).filter(({ value: [, figure] }) => figure !== 'NaN');
          return samples.length > 0 || mayBeEmpty ? samples : null;
        });
        const labels = [...legend.matchAll(/\{\{(\w+)\}\}/g)].map(([, label]) => label!);
        for (const { metric } of found) expect(Object.keys(metric)).toEqual(expect.arrayContaining(labels));
      }
    },
  );
});

describe('docs/troubleshooting.md', async () => {
  const text = await pageOf('troubleshooting');
  const [health, withKey, ...others] = blocksOf(text);

  /** Each `npx rotunda` takes a second of CPU: one section with some is enough for `npm test`. */
  const isQuick = (commands: string): boolean => !commands.includes('npx') || commands.includes('tasks submit');

  const outputOf = (commands: string): Promise<string> => typed(commands, stack);

  it('the first command shows what it should, with the key that the page gives it', async () => {
    await expect(outputOf(health!.commands)).rejects.toMatchObject({
      stdout: expect.stringContaining('not-signed-in'),
    });
    const output = await outputOf(`${withKey!.commands}\n${health!.commands}`);
    const well = [...text.slice(0, text.indexOf('\n## ')).matchAll(/`("\w+":"\w+")`/g)].map(([, figure]) => figure);
    expect(well.length).toBe(3);
    for (const figure of well) expect(output).toContain(figure);
  });

  const runs = byTier({ enough: others.filter(({ commands }) => isQuick(commands)), all: others });
  it.each(runs.map(({ section, commands }) => [section, commands]))('the commands of “%s” run', async (_, commands) => {
    expect(await outputOf(`${withKey!.commands}\n${commands}`)).not.toBe('');
  });

  it('the reasons why a key is refused are those of the gateway', async () => {
    const ask = async (path: string, headers: Record<string, string>, method = 'GET'): Promise<string> => {
      const answer = await fetch(`${stack.gateway.url}/api/v1/${path}`, { method, headers });
      return `**${answer.status}** \`${((await answer.json()) as { type: string }).type.split(':').at(-1)}\``;
    };
    const look = { authorization: `Bearer ${await readFile(stack.keys.look, 'utf8')}` };
    expect(text).toContain(await ask('workers', {}));
    expect(text).toContain(await ask('tasks/check/house', look, 'POST'));
    const refused = await ask('workers', { authorization: 'Bearer rtd_wrong' });
    expect(refused).toBe('**401** `credential-refused`');
    expect(text).toContain('`credential-refused`');
  });
});
