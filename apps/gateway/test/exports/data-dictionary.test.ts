import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { dictionaryOf } from '../../src/exports/columns/dictionary.js';
import { documentedApi } from '../documented-api.js';
import { renderDictionary } from './dictionary-page.js';

const FILE = new URL('../../../../docs/data-dictionary.md', import.meta.url);

/** oxfmt pads the cells of tables. */
const words = (text: string): string => text.replaceAll(/-{3,}/g, '---').replaceAll(/[ \t]+/g, ' ');

it('docs/data-dictionary.md says what the API says; npm run docs:dictionary rewrites it', async () => {
  const rendered = renderDictionary(dictionaryOf(await documentedApi()));
  if (process.env['UPDATE_DICTIONARY']) await writeFile(FILE, rendered);
  expect(words(await readFile(FILE, 'utf8'))).toBe(words(rendered));
});
