import { mkdir, open, rename } from 'node:fs/promises';
import { maintainKeys } from '#rotunda/persistence';
import { entryOf } from '../audited.js';
import { adminKeyFile } from './admin-key-file.js';

const NAME = 'first start';

/**
 * Makes an admin key where there is no usable one, so that the operator gets in after the first start. It goes into a
 * file that only its owner can read.
 *
 * @returns what it did, without the key
 */
export async function makeFirstKey(databaseUrl: string, folder: string): Promise<string[]> {
  const file = adminKeyFile(folder);
  const made = await maintainKeys(databaseUrl, async (keys, audit) => {
    const key = await keys.makeFirstAdmin(NAME, new Date(), (text) => writeSecret(folder, file, text));
    const params = { name: NAME, role: 'admin', expires_at: null };
    if (key) await audit.record([entryOf({ action: 'key.make', target: key.id, params }, 'ok')]);
    return key;
  });
  return made ? [`admin key written to ${file}`] : [];
}

/** All or nothing: half a key would lock its owner out. */
async function writeSecret(folder: string, file: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const part = `${file}.${process.pid}.new`;
  const handle = await open(part, 'w', 0o600);
  try {
    await handle.writeFile(`${text}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, file);
}
