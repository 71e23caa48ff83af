import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const read = (name: string): Promise<string> => readFile(new URL(`../../${name}`, import.meta.url), 'utf8');

/** `  NAME:` of the compose file, `ENV NAME=` of the Dockerfile; NAME_FILE gives NAME too. */
const isGiven = (name: string, files: string): boolean => new RegExp(`^ *(ENV )?${name}(_FILE)?[:=]`, 'm').test(files);

it('docker-compose.yml gives every setting of .env.example to the containers, or hands it on', async () => {
  const settings = [...(await read('.env.example')).matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name!);
  expect(settings).toContain('DATABASE_URL');
  const files = `${await read('docker-compose.yml')}\n${await read('Dockerfile')}`;
  expect(settings.filter((name) => !isGiven(name, files))).toEqual([]);
});
