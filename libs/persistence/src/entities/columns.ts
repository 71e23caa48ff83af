import { Column, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

type EntityClass = abstract new (...args: never[]) => object;

/** A key that Postgres counts up. */
export const CountedKey = (): PropertyDecorator =>
  PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' });

/** A UUID that Postgres makes; they sort by time. */
export const UuidKey = (): PropertyDecorator => PrimaryColumn('uuid', { default: () => 'uuidv7()' });

/** When the row was written. */
export const WrittenAt = (): PropertyDecorator => Column('timestamptz', { default: () => 'now()' });

/** A foreign key: `column`, which has a property of its own, holds the key of the other row. */
export function References(entity: () => EntityClass, column: string): PropertyDecorator {
  return (target, property) => {
    ManyToOne(entity)(target, property);
    JoinColumn({ name: column })(target, property);
  };
}
