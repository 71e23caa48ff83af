import { num, url } from 'envalid';

export const databaseSettings = {
  DATABASE_URL: url({
    desc: 'The Postgres 18 that keeps the record',
    example: 'postgres://rotunda:secret@127.0.0.1:5432/rotunda',
  }),
  DATABASE_POOL_SIZE: num({ default: 10, desc: 'Connections to Postgres that one process holds at most' }),
};
