import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';

/** Every column of an entity under its property name: `f.filed_on AS "filedOn", …`. */
export function selectList(dataSource: DataSource, entity: EntityTarget<ObjectLiteral>, alias: string): string {
  return dataSource
    .getMetadata(entity)
    .columns.map(({ databaseName, propertyName }) => `${alias}.${databaseName} AS "${propertyName}"`)
    .join(', ');
}

/** The column names of an entity: `id, filed_on, …`. */
export function columnNames(dataSource: DataSource, entity: EntityTarget<ObjectLiteral>): string[] {
  return dataSource.getMetadata(entity).columns.map(({ databaseName }) => databaseName);
}
