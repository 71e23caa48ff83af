import 'reflect-metadata';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';

/** What the API's page says of a field beside its rules, which it reads from class-validator. */
export interface FieldNotes {
  description?: string;
  default?: string | number | boolean;
  format?: 'date' | 'date-time';
  /** The class of an object with fields of its own. */
  fields?: new () => object;
}

const NOTES = Symbol('field notes');

/** Notes of several decorators add up. */
export const noteField =
  (notes: FieldNotes): PropertyDecorator =>
  (target, property) =>
    Reflect.defineMetadata(NOTES, { ...notesOf(target, property), ...notes }, target, property);

/** What a field of a command is for, in the API's page and in `GET tasks/registered`. Every field has one. */
export const Describe = (description: string, more: Pick<FieldNotes, 'default'> = {}): PropertyDecorator =>
  noteField({ description, ...more });

/** An object whose own fields are checked and described too. */
export const HasFields =
  (fields: new () => object): PropertyDecorator =>
  (target, property) => {
    ValidateNested()(target, property);
    Type(() => fields)(target, property);
    noteField({ fields })(target, property);
  };

export const fieldNotes = (schema: new () => object, property: string): FieldNotes =>
  notesOf(schema.prototype as object, property);

const notesOf = (target: object, property: string | symbol): FieldNotes =>
  (Reflect.getMetadata(NOTES, target, property) as FieldNotes | undefined) ?? {};
