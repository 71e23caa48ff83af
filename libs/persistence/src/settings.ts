import { address, count } from '#rotunda/runtime';

const EXAMPLE = 'postgres://rotunda:secret@127.0.0.1:5432/rotunda';

/** The URL may lack a host; PGHOST or `?host=` (perhaps a socket's folder) then gives it. */
const postgresUrl = address({ protocols: ['postgres:', 'postgresql:'], example: EXAMPLE, needsHost: false });

export const databaseSettings = {
  DATABASE_URL: postgresUrl({
    desc: 'URL of the Postgres 18 database; with TLS: ?sslmode=verify-full&sslrootcert=FILE',
    example: EXAMPLE,
  }),
  DATABASE_POOL_SIZE: count({
    default: 10,
    most: 1_000,
    desc: 'Maximum number of Postgres connections per process; the gateway has as many again for DATABASE_READ_URL',
  }),
};

/** The gateway's queries; it writes with DATABASE_URL. */
export const readSettings = {
  DATABASE_READ_URL: postgresUrl({
    default: '',
    desc: 'The same database for the queries of the gateway, as a user who only reads; empty: DATABASE_URL',
  }),
};

/** The set-up makes the users of these URLs, with their passwords, and grants each what it needs. */
export const roleSettings = {
  DATABASE_WRITE_URL: postgresUrl({
    default: '',
    desc: 'The database as the user of the scrapers, made by the set-up; empty: none',
  }),
  DATABASE_GATEWAY_URL: postgresUrl({
    default: '',
    desc: 'The database as the user that the gateway writes as, made by the set-up; empty: none',
  }),
  ...readSettings,
};
