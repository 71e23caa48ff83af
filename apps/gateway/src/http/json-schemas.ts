/** Fields that depend on something else, such as the kind of task. */
export const ANY_FIELDS = { type: 'object', additionalProperties: true } as const;

/** A value of any type, for `@ApiProperty`. */
export const ANY_VALUE = {
  nullable: true,
  oneOf: [
    { type: 'string' },
    { type: 'number' },
    { type: 'boolean' },
    { type: 'array', items: {} },
    { type: 'object', additionalProperties: true },
  ],
};
