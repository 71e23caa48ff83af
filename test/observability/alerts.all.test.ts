import { eventually, hasPrometheus } from '#rotunda/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAUSES } from './causes.js';
import { shippedAlerts } from './scaled-rules.js';
import { WatchedStack } from './watched-stack.js';

/** The longest window of the rules in test time and the longest `for` after it. */
const JUDGED_AFTER_S = 12;

describe.skipIf(!hasPrometheus())('a running stack', () => {
  let stack: WatchedStack;
  const fired = new Map<string, number>();
  beforeAll(async () => {
    stack = await WatchedStack.start();
  });
  afterAll(async () => {
    console.info([...fired].map(([name, seconds]) => `${name}: ${seconds.toFixed(1)} s`).join('\n'));
    await stack?.stop();
  });

  it('fires no alert while it is well', async () => {
    for (const chamber of ['house', 'senate'] as const) await stack.succeeds(await stack.submit(chamber));
    const window = `[${JUDGED_AFTER_S}s]`;
    const known = 'rotunda_last_success_timestamp_seconds{chamber="senate"}';
    await eventually('figures for long enough', async () => {
      const [first] = await stack.prometheus.query(`${known} offset ${JUDGED_AFTER_S}s`);
      return first;
    });
    expect(await stack.prometheus.query(`count_over_time(ALERTS{alertstate="firing"}${window})`)).toEqual([]);
    expect((await stack.prometheus.rules()).filter(({ health }) => health !== 'ok')).toEqual([]);
  });

  it.each(CAUSES)('$what', async (cause) => {
    await stack.prometheus.quiet();
    const begun = Date.now();
    await cause.begin(stack);
    await Promise.all(
      cause.fires.map(async ([name, labels]) => {
        const { annotations } = await stack.prometheus.fires(name, labels);
        // What Prometheus could not fill in.
        expect(Object.values(annotations).join()).not.toMatch(/<no value>|<error|\{\{/);
        fired.set(name, (Date.now() - begun) / 1_000);
      }),
    );
    await cause.end(stack);
    await stack.prometheus.quiet();
  });

  it('has fired each alert of the file', async () => {
    const names = (await shippedAlerts()).map(({ name }) => name);
    expect([...fired.keys()].toSorted()).toEqual(names.toSorted());
  });
});
