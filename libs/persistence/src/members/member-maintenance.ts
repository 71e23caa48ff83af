import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../data-source.js';
import { MemberMatching } from './member-matching.js';
import { Members } from './members.js';
import { verifySchema } from '../migrate.js';

export interface MemberMaintenance {
  members: Members;
  matching: MemberMatching;
}

/** One for the transaction, one for reading what is known at the same time. */
const POOL_SIZE = 2;

/**
 * Works on the members of a database from a command, outside of any service.
 * @throws SchemaOutdatedError where migrations are missing
 */
export async function maintainMembers<T>(
  databaseUrl: string,
  work: (maintenance: MemberMaintenance) => Promise<T>,
): Promise<T> {
  const options = dataSourceOptions({ databaseUrl, poolSize: POOL_SIZE, applicationName: 'rotunda-members' });
  const dataSource = await new DataSource(options).initialize();
  try {
    await verifySchema(dataSource);
    return await work({ members: new Members(dataSource), matching: new MemberMatching(dataSource) });
  } finally {
    await dataSource.destroy();
  }
}
