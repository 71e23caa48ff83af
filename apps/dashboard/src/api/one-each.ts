/** A query of the API with one value of each filter that takes several: what an address has, and a field of a form. */
export type OneEach<Query> = {
  [Name in keyof Query]: NonNullable<Query[Name]> extends readonly (infer Value)[] ? Value : Query[Name];
};

const TAKE_SEVERAL = new Set(['chamber', 'bioguide', 'ticker', 'status']);

/** The same as the API's types have it. */
export const asQuery = <Query extends object>(one: OneEach<Query>): Query =>
  Object.fromEntries(
    Object.entries(one).map(([name, value]) => [name, TAKE_SEVERAL.has(name) ? [value] : value]),
  ) as Query;
