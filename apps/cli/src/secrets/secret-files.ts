import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyedUser } from '#rotunda/messaging';

const ONLY_OURS = 0o600;
const ONLY_OURS_FOLDER = 0o700;

/** The file with a NATS user's secret key: for `NATS_NKEY_SEED_FILE`, and for `nats --nkey`. */
export const seedFile = (user: KeyedUser): string => `${user}.nk`;

/** A folder of secrets, which only its owner may read. */
export class SecretFiles {
  private constructor(readonly folder: string) {}

  static async in(folder: string): Promise<SecretFiles> {
    await mkdir(folder, { recursive: true, mode: ONLY_OURS_FOLDER });
    return new SecretFiles(folder);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Null if there is no such file. */
  async read(name: string): Promise<string | null> {
    try {
      return await readFile(this.path(name), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      return null;
    }
  }

  /** All or nothing: half a secret would lock somebody out for good. */
  async write(name: string, text: string): Promise<void> {
    const unfinished = this.path(`${name}.${process.pid}.new`);
    await writeFile(unfinished, text, { mode: ONLY_OURS, flush: true });
    await rename(unfinished, this.path(name));
  }
}
