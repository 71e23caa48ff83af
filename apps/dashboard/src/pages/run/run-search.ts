/** A form that can be shared: the kind of task, the chamber or `all`, and the fields of the command. */
export interface RunSearch {
  name?: string;
  chamber?: string;
  args?: Record<string, unknown>;
}

export function readRunSearch({ name, chamber, args }: Record<string, unknown>): RunSearch {
  return {
    ...(typeof name === 'string' && { name }),
    ...(typeof chamber === 'string' && { chamber }),
    ...(isObject(args) && { args }),
  };
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
