import { AuditLog } from '../audit/audit-log.js';
import { maintain } from '../maintain.js';
import { MemberMatching } from './member-matching.js';
import { Members } from './members.js';

export interface MemberMaintenance {
  members: Members;
  matching: MemberMatching;
  audit: AuditLog;
}

/**
 * Works on the members of a database from a command, outside of any service.
 * @throws SchemaOutdatedError where migrations are missing
 */
export const maintainMembers = <T>(
  databaseUrl: string,
  work: (maintenance: MemberMaintenance) => Promise<T>,
): Promise<T> =>
  maintain(databaseUrl, 'rotunda-members', (dataSource) =>
    work({
      members: new Members(dataSource),
      matching: new MemberMatching(dataSource),
      audit: new AuditLog(dataSource),
    }),
  );
