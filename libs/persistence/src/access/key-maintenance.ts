import { maintain } from '../maintain.js';
import { Keys } from './keys.js';

/**
 * Works on the keys of a database from a command, without a gateway.
 * @throws SchemaOutdatedError where migrations are missing
 */
export const maintainKeys = <T>(databaseUrl: string, work: (keys: Keys) => Promise<T>): Promise<T> =>
  maintain(databaseUrl, 'rotunda-keys', (dataSource) => work(new Keys(dataSource)));
