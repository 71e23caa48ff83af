/** Fields that depend on something else, such as the kind of task. */
export const ANY_FIELDS = { type: 'object', additionalProperties: true } as const;

/** A value of any type, for `@ApiProperty`. OpenAPI 3.0 has no type for null alone: the text may be it. */
export const ANY_VALUE = {
  oneOf: [
    { type: 'string', nullable: true },
    { type: 'number' },
    { type: 'boolean' },
    { type: 'array', items: {} },
    { type: 'object', additionalProperties: true },
  ],
};
