import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Installation } from './installation.js';
import { takeShots } from './shots.js';
import { arrange } from './states.js';

const { values } = parseArgs({ options: { out: { type: 'string', default: join('docs', 'images') } } });
const folder = resolve(values.out);
await mkdir(folder, { recursive: true });
const installation = await Installation.start();
try {
  const shown = await arrange(installation);
  for (const { file, bytes } of await takeShots(installation, shown, folder))
    process.stdout.write(`${String(Math.round(bytes / 1000)).padStart(4)} KB  ${file}\n`);
} finally {
  await installation.stop();
}
