import { maintainKeys } from '#rotunda/persistence';
import { entryOf } from '../audited.js';
import { SecretFiles } from '../secrets/secret-files.js';
import { ADMIN_KEY_FILE } from './admin-key-file.js';

const NAME = 'first start';

/**
 * Makes an admin key where there is no usable one, so that the operator gets in after the first start. It goes into a
 * file that only its owner can read.
 *
 * @returns what it did, without the key
 */
export async function makeFirstKey(databaseUrl: string, folder: string): Promise<string[]> {
  const files = await SecretFiles.in(folder);
  const made = await maintainKeys(databaseUrl, async (keys, audit) => {
    const key = await keys.makeFirstAdmin(NAME, new Date(), (text) => files.write(ADMIN_KEY_FILE, `${text}\n`));
    const params = { name: NAME, role: 'admin', expires_at: null };
    if (key) await audit.record([entryOf({ action: 'key.make', target: key.id, params }, 'ok')]);
    return key;
  });
  return made ? [`admin key written to ${files.path(ADMIN_KEY_FILE)}`] : [];
}
