import { InvalidMemberFileError, type MemberFile } from './member-file-shape.js';
import { readLegislators } from './member-legislators.js';
import { isSlimFile, readSlimFile } from './member-slim-file.js';
import { unstorableField, unstorableMessage } from '../storable.js';

/**
 * Reads a list of members in any of three forms: ours (`data/members.tsv`), the JSON of `unitedstates/congress-
 * legislators` (`legislators-current.json`, `legislators-historical.json`), or the same with `bioguide` and `chamber`
 * as fields.
 *
 * @throws InvalidMemberFileError that names the wrong entry: a list is imported whole or not at all
 */
export function readMemberFile(text: string): MemberFile {
  const file = isSlimFile(text) ? readSlimFile(text) : readLegislators(parseJson(text));
  const unstorable = unstorableField(file.members);
  if (unstorable !== null) throw new InvalidMemberFileError(`Of its members ${unstorableMessage(unstorable)}`);
  return file;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InvalidMemberFileError(
      'It is neither a Rotunda list (whose first line begins with "# members") nor JSON',
      {
        cause,
      },
    );
  }
}
