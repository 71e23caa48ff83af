import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { easternDate, InvalidMemberFileError, type MemberFile, readMemberFile } from '#rotunda/domain';
import type { MemberList } from '#rotunda/persistence';

/** Where the members come from. */
export const SOURCE = 'unitedstates/congress-legislators (public domain, CC0)';

export interface ReadList extends MemberList {
  /** A sentence for each entry that can't be used. */
  leftOut: string[];
}

/**
 * Reads a list of members from a file.
 * @param asOf the day that the list describes; if not given, its own day, else today
 * @throws Error that names the file and what is wrong with it
 */
export async function readMemberList(file: string, asOf?: string): Promise<ReadList> {
  const list = parse(await readFile(file, 'utf8'), file);
  return { ...list, asOf: asOf ?? list.asOf ?? easternDate(new Date()), source: basename(file) };
}

function parse(text: string, file: string): MemberFile {
  try {
    return readMemberFile(text);
  } catch (error) {
    if (!(error instanceof InvalidMemberFileError)) throw error;
    throw new Error(`${file} is not a list of members; nothing was changed. ${error.message}.`, { cause: error });
  }
}
