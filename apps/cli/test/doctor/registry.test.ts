import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CHECK_NAMES } from '../../src/commands/doctor.js';
import { COMMON_FAULTS } from '../../src/doctor/examine.js';
import { CHECKS } from '../../src/doctor/registry.js';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const PROVOKED = /provokes\(\s*(?:[\w]+|\{[^]*?\}|judging\([^]*?\)+),\s*'([\w-]+)'/g;
/** Without `provokes`: a test with a shorter time limit, and one of all checks. */
const OTHERWISE = ['check-late', 'well'];

it('each fault has a test that provokes it', async () => {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.test.ts'));
  const texts = await Promise.all(files.map((name) => readFile(join(FOLDER, name), 'utf8')));
  const provoked = new Set(texts.flatMap((text) => [...text.matchAll(PROVOKED)].map(([, code]) => code)));
  const codes = [...CHECKS.flatMap(({ faults }) => Object.keys(faults)), ...Object.keys(COMMON_FAULTS)];
  expect(codes.filter((code) => !provoked.has(code) && !OTHERWISE.includes(code))).toEqual([]);
});

it('each fault has a code of its own, and each fix is of a fault', () => {
  const codes = CHECKS.flatMap(({ faults }) => Object.keys(faults));
  expect(new Set(codes).size).toBe(codes.length);
  for (const { faults, fixes = {} } of CHECKS)
    expect(Object.keys(faults)).toEqual(expect.arrayContaining(Object.keys(fixes)));
});

it('the help names each check', () => {
  expect(CHECK_NAMES).toEqual(CHECKS.map(({ name }) => name));
});
