import type { ApiPropertyOptions } from '@nestjs/swagger';

/** A list of quality flags in the OpenAPI document: the codes, and what each means. */
export const describeFlags = (what: string, flags: Readonly<Record<string, string>>): ApiPropertyOptions => ({
  type: String,
  isArray: true,
  enum: Object.keys(flags),
  description: `${what}. ${Object.entries(flags)
    .map(([flag, meaning]) => `\`${flag}\`: ${meaning}`)
    .join('; ')}.`,
});
