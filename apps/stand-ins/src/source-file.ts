import { readFile, stat } from 'node:fs/promises';

export interface SourceFile {
  body: Buffer;
  modifiedAt: Date;
}

export async function readIfThere(path: string): Promise<SourceFile | null> {
  try {
    const [body, { mtime }] = await Promise.all([readFile(path), stat(path)]);
    return { body, modifiedAt: mtime };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
