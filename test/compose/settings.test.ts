import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const read = (name: string): Promise<string> => readFile(new URL(`../../${name}`, import.meta.url), 'utf8');

/** The services sign in to the stack's NATS with keys, and each has a name of its own in traces. */
const UNUSED = ['NATS_USER', 'NATS_PASSWORD', 'NATS_CERT', 'NATS_KEY', 'OTEL_SERVICE_NAME'];

/**
 * Whether a setting is in `  NAME:` of the compose file or `ENV NAME=` of the Dockerfile; NAME_FILE counts for NAME.
 */
const isGiven = (name: string, files: string): boolean => new RegExp(`^ *(ENV )?${name}(_FILE)?[:=]`, 'm').test(files);

it('docker-compose.yml sets every setting of .env.example in the containers, or passes it on', async () => {
  const settings = [...(await read('.env.example')).matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name!);
  expect(settings).toContain('DATABASE_URL');
  const files = `${await read('docker-compose.yml')}\n${await read('Dockerfile')}`;
  expect(settings.filter((name) => !isGiven(name, files) && !UNUSED.includes(name))).toEqual([]);
});
