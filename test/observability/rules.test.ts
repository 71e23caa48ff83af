import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { hasPrometheus } from '#rotunda/testing';
import { describe, expect, it } from 'vitest';
import { inTestTime, RULES_FILE, shippedAlerts } from './scaled-rules.js';

const run = promisify(execFile);
const RULES_TESTS = ['.rules.test.yml', '.rules.days.test.yml'].map((end) => RULES_FILE.replace('.rules.yml', end));
const ROOT = new URL('../../', import.meta.url);

/** As GitHub makes them of headings. */
const anchorsOf = (markdown: string): string[] =>
  [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );

describe.skipIf(!hasPrometheus())('promtool', () => {
  it('accepts the alert rules, and each fires on its figures and on no others', async () => {
    await run('promtool', ['check', 'rules', '--lint-fatal', RULES_FILE]);
    expect((await run('promtool', ['test', 'rules', ...RULES_TESTS])).stdout).toContain('SUCCESS');
  });
});

it('each alert has a severity, and figures on which it fires and does not', async () => {
  const tests = (await Promise.all(RULES_TESTS.map((file) => readFile(file, 'utf8')))).join('\n');
  const cases = tests.split(/^ *- expr: /m).slice(1);
  for (const { name, severity } of await shippedAlerts()) {
    expect(['critical', 'warning', 'info']).toContain(severity);
    const ofAlert = cases.filter((one) => one.startsWith(`ALERTS{alertname="${name}"`));
    const silent = ofAlert.filter((one) => /exp_samples: \[\]/.test(one)).length;
    expect([name, silent > 0, ofAlert.length > silent]).toEqual([name, true, true]);
  }
});

it('each alert points to a section that exists', async () => {
  const alerts = await shippedAlerts();
  expect(alerts.length).toBeGreaterThan(15);
  for (const { name, runbook } of alerts) {
    const [file, anchor] = runbook.split('#');
    expect([name, anchorsOf(await readFile(new URL(file!, ROOT), 'utf8')).includes(anchor!)]).toEqual([name, true]);
  }
});

it('the rules in test time differ in times only', () => {
  expect(inTestTime('expr: a{b="c"}[1h] > 70 * 60 and d > 50 * 3600\nfor: 10m')).toBe(
    'expr: a{b="c"}[5s] > 5 and d > 50 * 3600\nfor: 5s',
  );
});
