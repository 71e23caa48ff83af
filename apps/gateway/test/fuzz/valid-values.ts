import fc from 'fast-check';
import { known } from './known-values.js';
import type { Schema } from './operations.js';

const DAY_MS = 24 * 60 * 60_000;
const FIRST = Date.UTC(2012, 0, 1);
const LAST = Date.UTC(2026, 11, 31);
const RESOURCES_OF_UUIDS = ['trades', 'filings'];

const instant: fc.Arbitrary<string> = fc.integer({ min: FIRST, max: LAST }).map((ms) => new Date(ms).toISOString());
const future: fc.Arbitrary<string> = fc
  .integer({ min: 1, max: 300 })
  .map((days) => new Date(Date.now() + days * DAY_MS).toISOString());
const uuid: fc.Arbitrary<string> = fc.oneof(
  fc.uuid(),
  fc.tuple(fc.constantFrom(...RESOURCES_OF_UUIDS), fc.nat(200)).map(([resource, n]) => known(resource, 'id', n)),
);

/** What a JSON schema allows, as far as it says. */
export function validValue(schema: Schema): fc.Arbitrary<unknown> {
  const value = valueOf(schema);
  return schema.nullable
    ? fc.oneof({ arbitrary: value, weight: 5 }, { arbitrary: fc.constant(null), weight: 1 })
    : value;
}

function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === 'integer' || schema.type === 'number')
    return fc.integer({ min: schema.minimum ?? 1, max: schema.maximum ?? 3 });
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'array') return listOf(schema);
  return schema.type === 'object' ? objectOf(schema) : textOf(schema);
}

function textOf({ format, pattern, minLength = 1, maxLength = 100 }: Schema): fc.Arbitrary<string> {
  if (format === 'date') return instant.map((text) => text.slice(0, 10));
  if (format === 'date-time') return fc.oneof(instant, future);
  if (format === 'uuid') return uuid;
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  // Some fields allow less, which their schemas don't say.
  const unit = fc.constantFrom(...'abcXYZ0123456789 -_.éñ’');
  return fc.oneof(
    { arbitrary: fc.string({ unit, minLength, maxLength: Math.min(maxLength, 20) }), weight: 2 },
    { arbitrary: fc.constant('x'.repeat(maxLength)), weight: 1 },
    { arbitrary: fc.constantFrom('0 2 * * *', 'UTC', 'EXA', 'S900001'), weight: 3 },
  );
}

const listOf = ({ items = {}, minItems = 0, maxItems = 3 }: Schema): fc.Arbitrary<unknown[]> =>
  fc.array(validValue(items), { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 3)) });

function objectOf({ properties = {}, required = [] }: Schema): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, validValue(each)]));
  return fc.record(fields, { requiredKeys: required });
}
