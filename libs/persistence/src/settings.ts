import { address, count } from '#rotunda/runtime';

const EXAMPLE = 'postgres://rotunda:secret@127.0.0.1:5432/rotunda';

/** The URL may lack a host; PGHOST or `?host=` (perhaps a socket's folder) then gives it. */
const postgresUrl = address({ protocols: ['postgres:', 'postgresql:'], example: EXAMPLE, needsHost: false });

export const databaseSettings = {
  DATABASE_URL: postgresUrl({ desc: 'URL of the Postgres 18 database', example: EXAMPLE }),
  DATABASE_POOL_SIZE: count({
    default: 10,
    most: 1_000,
    desc: 'Maximum number of Postgres connections per process',
  }),
};
