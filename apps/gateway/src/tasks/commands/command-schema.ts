import { fieldNotes } from '#rotunda/contracts';
import { getMetadataStorage } from 'class-validator';

/** A field as JSON Schema describes it. */
export interface FieldSchema extends Keywords {
  type: NonNullable<Keywords['type']>;
  description: string;
  default?: string | number | boolean;
  nullable?: true;
  properties?: Fields;
  required?: string[];
  items?: Keywords;
  additionalProperties?: true;
}

export interface Fields {
  [name: string]: FieldSchema;
}

interface Keywords {
  type?: 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array';
  format?: 'date' | 'date-time';
  pattern?: string;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
}

type Schema = new () => object;
type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** class-validator rules → JSON Schema keywords. Other rules have no equivalent. */
const KEYWORDS: Record<string, (...limits: never[]) => Keywords> = {
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  isBoolean: () => ({ type: 'boolean' }),
  isObject: () => ({ type: 'object' }),
  nestedValidation: () => ({ type: 'object' }),
  isArray: () => ({ type: 'array' }),
  min: (minimum: number) => ({ minimum }),
  max: (maximum: number) => ({ maximum }),
  arrayMinSize: (minItems: number) => ({ minItems }),
  arrayMaxSize: (maxItems: number) => ({ maxItems }),
  isLength: (minLength: number, maxLength: number) => ({ minLength, maxLength }),
  matches: ({ source }: RegExp) => ({ pattern: source }),
  isIn: (values: unknown[]) => ({ enum: values }),
};

/**
 * The body of a command as JSON Schema, derived from its validation rules, so that the API's page can't contradict
 * them. At the top level, `null` counts as absent.
 *
 * @throws Error where a field has no description
 */
export function bodySchema(command: Schema): {
  type: 'object';
  additionalProperties: false;
  properties: Fields;
  required?: string[];
} {
  const properties = Object.fromEntries(
    Object.entries(fieldsOf(command)).map(([name, field]) => [
      name,
      isOptional(rulesOf(command)[name]!) ? { ...field, nullable: true as const } : field,
    ]),
  );
  return { type: 'object', additionalProperties: false, properties, ...requiredOf(command) };
}

const fieldsOf = (schema: Schema): Fields =>
  Object.fromEntries(Object.entries(rulesOf(schema)).map(([name, rules]) => [name, fieldOf(schema, name, rules)]));

function fieldOf(schema: Schema, name: string, rules: Rule[]): FieldSchema {
  const { description, fields, ...notes } = fieldNotes(schema, name);
  if (!description) throw new Error(`The field ${name} of ${schema.name} has no @Describe('…').`);
  const own = keywordsOf(rules.filter(({ each }) => !each));
  const items = keywordsOf(rules.filter(({ each }) => each));
  // The format replaces the pattern.
  if (notes.format) delete own.pattern;
  return {
    type: 'string',
    ...own,
    ...notes,
    ...(own.type === 'array' && { items: { type: 'string', ...items } }),
    ...(fields && { properties: fieldsOf(fields), ...requiredOf(fields) }),
    // Otherwise a generated client takes it for an object without fields.
    ...(own.type === 'object' && !fields && { additionalProperties: true as const }),
    description,
  };
}

const keywordsOf = (rules: Rule[]): Keywords =>
  Object.assign(
    {},
    ...rules.map((rule) => KEYWORDS[rule.name ?? rule.type]?.(...((rule.constraints ?? []) as never[]))),
  );

const rulesOf = (schema: Schema): Record<string, Rule[]> => {
  const storage = getMetadataStorage();
  return storage.groupByPropertyName(storage.getTargetValidationMetadatas(schema, '', false, false));
};

const isOptional = (rules: Rule[]): boolean => rules.some(({ type }) => type === 'conditionalValidation');

function requiredOf(schema: Schema): { required?: string[] } {
  const required = Object.entries(rulesOf(schema)).flatMap(([name, rules]) => (isOptional(rules) ? [] : [name]));
  return required.length > 0 ? { required } : {};
}
