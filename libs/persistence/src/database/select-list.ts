import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';

/** The columns of an entity under their property names: `f.filed_on AS "filedOn", …`. */
export function selectList(dataSource: DataSource, entity: EntityTarget<ObjectLiteral>, alias: string): string {
  return dataSource
    .getMetadata(entity)
    .columns.map(({ databaseName, propertyName }) => `${alias}.${databaseName} AS "${propertyName}"`)
    .join(', ');
}

/** An entity's column names: `id, filed_on, …`. */
export function columnNames(dataSource: DataSource, entity: EntityTarget<ObjectLiteral>): string[] {
  return dataSource.getMetadata(entity).columns.map(({ databaseName }) => databaseName);
}
