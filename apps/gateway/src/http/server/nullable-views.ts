const NULL = { type: 'string', nullable: true, enum: [null] } as const;

/**
 * Nest writes a view or null as `allOf` with `nullable`, which by the letter of OpenAPI 3.0.3 allows no null: whoever
 * checks answers against the document would refuse it.
 */
export function allowNull<T>(value: T): T {
  if (Array.isArray(value)) return value.map(allowNull) as T;
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, allOf, type: _, ...rest } = value as Record<string, unknown>;
  if (nullable === true && Array.isArray(allOf) && allOf.length === 1)
    return { ...rest, oneOf: [...(allOf as []), NULL] } as T;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, allowNull(each)])) as T;
}
