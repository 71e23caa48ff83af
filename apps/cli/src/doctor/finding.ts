/** What a sentence is made of: never a secret. */
export type Params = Readonly<Record<string, string | number>>;

export type Level = 'ok' | 'warning' | 'error';

/** A fault as a check reports it: which one, and of what. */
export interface Found<C extends string = string> {
  code: C;
  params: Params;
}

/** What is known of a fault; `{name}` stands for a parameter. */
export interface Fault {
  level: Level;
  says: string;
  mend: string;
}

/** A finding as it is shown. */
export interface Finding extends Found {
  check: string;
  level: Level;
  message: string;
  mend: string;
}

/** @throws Error for a parameter that is not there: a sentence with a hole would mislead */
export function sentence(template: string, params: Params): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`"${template}" lacks ${name}`);
    return String(value);
  });
}

export const findingOf = (check: string, { code, params }: Found, { level, says, mend }: Fault): Finding => ({
  ...{ check, level, code, params },
  message: sentence(says, params),
  mend: sentence(mend, params),
});
