import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const MANIFEST = 'manifest.json';
const OURS = /^trades(?:-\w+)?\.(?:csv|ndjson|parquet)$/;

/**
 * The folder of an export. Files arrive in a hidden folder in it and are moved once all are there, the manifest last: an
 * export that was broken off changes nothing, and a folder with a manifest is whole.
 */
export class ExportFolder {
  private constructor(
    private readonly folder: string,
    private readonly arriving: string,
  ) {}

  static async open(folder: string): Promise<ExportFolder> {
    await mkdir(folder, { recursive: true });
    const arriving = mkdtempSync(join(folder, '.export-'));
    // Also on Ctrl-C, which ends the process at once.
    process.once('exit', () => rmSync(arriving, { recursive: true, force: true }));
    return new ExportFolder(folder, arriving);
  }

  /** Where a file arrives. */
  arrivalOf(name: string): string {
    return join(this.arriving, name);
  }

  /** Puts all files in their place. Those of the export before that are no longer among them go. */
  async finish(names: readonly string[], manifest: object): Promise<void> {
    await writeFile(this.arrivalOf(MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    const gone = (await this.namesBefore()).filter((name) => OURS.test(name) && !names.includes(name));
    for (const name of [MANIFEST, ...gone]) await rm(join(this.folder, name), { force: true });
    for (const name of [...names, MANIFEST]) await rename(this.arrivalOf(name), join(this.folder, name));
    await this.close();
  }

  async close(): Promise<void> {
    await rm(this.arriving, { recursive: true, force: true });
  }

  /** Of the files that an earlier manifest names; none where there is no manifest of ours. */
  private async namesBefore(): Promise<string[]> {
    try {
      const { files } = JSON.parse(await readFile(join(this.folder, MANIFEST), 'utf8')) as {
        files: { name: string }[];
      };
      return files.map(({ name }) => name);
    } catch {
      return [];
    }
  }
}
