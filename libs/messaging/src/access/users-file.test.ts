import { readFile, writeFile } from 'node:fs/promises';
import { BUCKETS, STREAMS } from '#rotunda/contracts';
import { expect, it } from 'vitest';
import { bucketStream } from '../topology-names.js';
import { ACCESS } from './access-table.js';
import { KEYED_USERS } from './nats-users.js';
import { permissionsOf } from './permissions.js';
import { renderUsersFile } from './users-file.js';

const FILE = new URL('../../../../deploy/nats/nats-users.conf', import.meta.url);
const HEAD = `# The users of nats-server and what each may do, for a server of your own; generated, see docs/nats.md. Give the public
# keys as variables (GATEWAY_NKEY: "U…") in the file that includes this one. \`rotunda secrets make\` writes the same file with keys.
`;

it('deploy/nats/nats-users.conf is current; npm run nats:users rewrites it', async () => {
  const keyOf = (user: string): string => `$${user.toUpperCase().replaceAll('-', '_')}_NKEY`;
  const rendered = HEAD + renderUsersFile({ keyOf });
  if (process.env['UPDATE_NATS_USERS']) await writeFile(FILE, rendered);
  expect(await readFile(FILE, 'utf8')).toBe(rendered);
});

it('every stream and bucket has its place in the table', () => {
  const all = [...Object.values(STREAMS), ...Object.values(BUCKETS).map(bucketStream)];
  expect([...ACCESS.keys()].toSorted()).toEqual(all.toSorted());
});

it('no service has a wildcard over JetStream, over its API, or over everything', () => {
  for (const user of KEYED_USERS) {
    for (const subject of permissionsOf(user)?.publish ?? []) {
      expect(subject).not.toMatch(/^(>|\*|\$JS\.(>|\*|API\.>|API\.\*|ACK\.>|FC\.>)|\$KV\.(>|\*)|\$SYS)/);
      expect(subject, 'an API subject names its stream').not.toMatch(
        /^\$JS\.API\.(STREAM|CONSUMER)\.(MSG\.|DURABLE\.)?[A-Z]+\.[*>]/,
      );
    }
  }
});
