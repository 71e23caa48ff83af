import { misspellings } from '../../settings/similar-names.js';
import { check, faults, where } from '../check.js';

const FAULTS = faults({
  'setting-invalid': {
    level: 'error',
    says: '{name}: {complaint}',
    mend: 'Correct {name} (or the file of {name}_FILE) and restart the service; .env.example says what it may be.',
  },
  'setting-unknown': {
    level: 'warning',
    says: '{name} is set, and Rotunda has no such setting.',
    mend: 'Is {meant} meant? Correct the name, or remove it.',
  },
  'setting-twice': {
    level: 'warning',
    says: '{name} and {name}_FILE are both set; the file wins.',
    mend: 'Remove one of them.',
  },
});

export const settings = check({
  name: 'settings',
  faults: FAULTS,
  async run({ env, settings }) {
    const read = await settings();
    const names = read.map(({ name }) => name);
    return [
      ...read.flatMap(({ name, complaint }) =>
        complaint === null ? [] : where(true, 'setting-invalid', { name, complaint }),
      ),
      ...misspellings(Object.keys(env), names).flatMap(({ name, meant }) =>
        where(true, 'setting-unknown', { name, meant }),
      ),
      ...names.flatMap((name) => where(Boolean(env[name] && env[`${name}_FILE`]), 'setting-twice', { name })),
    ];
  },
});
