import { eventually, hasPrometheus } from '#rotunda/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROWS } from '../../deploy/grafana/panels.js';
import { Prometheus } from './prometheus.js';
import { type RunningStack, startRunningStack } from './running-stack.js';
import { shippedRules } from './scaled-rules.js';
import { onThisMachine, shippedConfig } from './shipped-config.js';

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
