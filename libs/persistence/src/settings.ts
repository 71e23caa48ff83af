import { address, count } from '#rotunda/runtime';

const EXAMPLE = 'postgres://rotunda:secret@127.0.0.1:5432/rotunda';

/** Without a host it is that of PGHOST or `?host=`, a socket's folder maybe. */
const postgresUrl = address({ protocols: ['postgres:', 'postgresql:'], example: EXAMPLE, needsHost: false });

export const databaseSettings = {
  DATABASE_URL: postgresUrl({ desc: 'The Postgres 18 that keeps the record', example: EXAMPLE }),
  DATABASE_POOL_SIZE: count({
    default: 10,
    most: 1_000,
    desc: 'Connections to Postgres that one process holds at most',
  }),
};
