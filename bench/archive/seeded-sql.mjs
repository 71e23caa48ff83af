import pg from 'pg';

/**
 * What the statements share. `u(n, k)` is a number from 0 to 1 that depends on n and k alone, so that each archive of one
 * size is the same; `key_of` is a UUID v7 of an instant, as the store makes them.
 */
export const FUNCTIONS = `
  CREATE FUNCTION pg_temp.u(n bigint, k bigint) RETURNS double precision LANGUAGE sql IMMUTABLE
    RETURN (hashint8extended(n, k) & 1073741823)::double precision / 1073741824;
  CREATE FUNCTION pg_temp.between(u double precision, at double precision[], x double precision[])
    RETURNS double precision LANGUAGE sql IMMUTABLE
    RETURN x[width_bucket(u, at)] + (x[width_bucket(u, at) + 1] - x[width_bucket(u, at)])
      * (u - at[width_bucket(u, at)]) / (at[width_bucket(u, at) + 1] - at[width_bucket(u, at)]);
  CREATE FUNCTION pg_temp.key_of(at timestamptz, seq bigint, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE
    RETURN (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(seq & 4095), 3, '0') ||
      '8' || lpad(to_hex(hashint8extended(n, 99) & 1152921504606846975), 15, '0'))::uuid;
  CREATE FUNCTION pg_temp.word(n bigint, k bigint) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN initcap((ARRAY['ba','ce','di','fo','gu','ha','je','ki','lo','mu','na','pe','qui','ro','su','ta','ve','wi','xo','zu'])
        [1 + floor(20 * pg_temp.u(n, k))::int] || (ARRAY['lan','mer','nix','por','ran','sol','tan','vex','wyn','dor'])
        [1 + floor(10 * pg_temp.u(n, k + 1))::int] || (ARRAY['a','o','ia','en','ex','is','or','um','er','y'])
        [1 + floor(10 * pg_temp.u(n, k + 2))::int]);`;

const list = (values, type) => `ARRAY[${values.map((value) => pg.escapeLiteral(String(value))).join(', ')}]::${type}[]`;

const numbers = (values) => list(values, 'double precision');

/** One of the names of `weights` for a number from 0 to 1, by their weights. */
export function pick(u, weights, type = 'text') {
  const names = Object.keys(weights);
  const sum = Object.values(weights).reduce((a, b) => a + b, 0);
  let before = 0;
  const bounds = Object.values(weights).map((weight) => (before += weight) / sum);
  return `(${list(names, type)})[1 + width_bucket(${u}, ${numbers(bounds.slice(0, -1))})]`;
}

/** The value at a quantile from 0 to 1, from the values at some of them. */
export const quantile = (u, at, values) => `pg_temp.between(${u}, ${numbers(at)}, ${numbers(values)})`;

export const byChamber = (sql, chamber = 'chamber') =>
  `CASE ${chamber} WHEN 'house' THEN ${sql('house')} ELSE ${sql('senate')} END`;

export const texts = (values) => list(values, 'text');
