import { AuditLog } from '../audit/audit-log.js';
import { maintain } from '../maintain.js';
import { Keys } from './keys.js';

/**
 * Works on the keys of a database from a command, without a gateway. What it does goes into the audit trail.
 * @throws SchemaOutdatedError where migrations are missing
 */
export const maintainKeys = <T>(databaseUrl: string, work: (keys: Keys, audit: AuditLog) => Promise<T>): Promise<T> =>
  maintain(databaseUrl, 'rotunda-keys', (dataSource) => work(new Keys(dataSource), new AuditLog(dataSource)));
