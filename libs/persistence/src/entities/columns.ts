import { Column, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

type EntityClass = abstract new (...args: never[]) => object;

/** A key that Postgres increments. */
export const CountedKey = (): PropertyDecorator =>
  PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' });

/** A UUID that Postgres creates. They sort by time. */
export const UuidKey = (): PropertyDecorator => PrimaryColumn('uuid', { default: () => 'uuidv7()' });

/** When the row was written. */
export const WrittenAt = (): PropertyDecorator => Column('timestamptz', { default: () => 'now()' });

/** A foreign key in `column`, which the entity also declares as a property. */
export function References(entity: () => EntityClass, column: string): PropertyDecorator {
  return (target, property) => {
    ManyToOne(entity)(target, property);
    JoinColumn({ name: column })(target, property);
  };
}
