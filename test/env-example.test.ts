import { readFile, writeFile } from 'node:fs/promises';
import { renderEnvExample, type Settings } from '#rotunda/runtime';
import { describe, expect, it } from 'vitest';
import { allSettings, settingSections } from '../apps/cli/src/settings/setting-tables.js';

const FILE = new URL('../.env.example', import.meta.url);

const sections = await settingSections();
const named = new Set(Object.values(sections).flatMap(Object.keys));

describe('.env.example', () => {
  it('names every setting with its default; UPDATE_ENV_EXAMPLE=1 rewrites it', async () => {
    const rendered = renderEnvExample(sections);
    if (process.env['UPDATE_ENV_EXAMPLE']) await writeFile(FILE, rendered);
    expect(await readFile(FILE, 'utf8')).toBe(rendered);
  });

  it('says what 0 means wherever 0 is allowed', async () => {
    const takesZero = ([, { _parse }]: [string, Settings[string]]): boolean => {
      try {
        return _parse('0') === 0;
      } catch {
        return false;
      }
    };
    const all = Object.entries(await allSettings());
    const taken = all.filter(takesZero);
    expect(taken.length).toBeGreaterThan(5);
    expect(taken.filter(([, { desc }]) => !desc?.match(/\b0[,:]/)).map(([name]) => name)).toEqual([]);
  });

  it('omits no setting of a service or of the set-up', async () => {
    expect(Object.keys(await allSettings()).filter((name) => !named.has(name))).toEqual([]);
  });
});
