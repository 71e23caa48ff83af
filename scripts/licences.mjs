/** Licences of what we ship, and why each is fine for a program under MIT. */
export const ALLOWED = {
  MIT: 'permissive, our own',
  'Apache-2.0': 'permissive, with a grant of patents',
  'BSD-2-Clause': 'permissive',
  'BSD-3-Clause': 'permissive',
  ISC: 'permissive, as MIT',
  '0BSD': 'permissive, without conditions',
  'BlueOak-1.0.0': 'permissive, with a grant of patents',
  'CC0-1.0': 'given up to the public',
  Unlicense: 'given up to the public',
  'Python-2.0': 'permissive; argparse, a port of a part of Python',
};

/** Packages whose package.json names no licence, and where the licence is found. */
export const NAMED_ELSEWHERE = { 'png-js': 'MIT' /* its LICENSE file */ };

/**
 * @param {{ packages: Record<string, { license?: string, dev?: boolean }> }} lockfile package-lock.json
 * @returns {string[]} a sentence for each package that is installed in production under another licence
 */
export function licenceFaults({ packages }) {
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { license }]) => [path.split('node_modules/').at(-1), license])
    .map(([name, license]) => [name, license ?? NAMED_ELSEWHERE[name]])
    .filter(([, license]) => !isAllowed(license))
    .map(
      ([name, license]) => `${name}: ${license ?? 'names no licence'}; read it, and list it in scripts/licences.mjs`,
    );
}

/** `(MIT OR Apache-2.0)`: one suffices. `MIT AND ISC`: all must do. */
function isAllowed(license) {
  if (typeof license !== 'string') return false;
  const alternatives = license.replace(/^\((.*)\)$/, '$1').split(' OR ');
  return alternatives.some((one) => one.split(' AND ').every((name) => Object.hasOwn(ALLOWED, name)));
}
