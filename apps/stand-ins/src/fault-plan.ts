import { type Fault, type FaultPlan, LAPSE_FORMS, SENATE_FAULT_KINDS } from './faults.js';

const KINDS = [
  'throttled',
  'overloaded',
  'challenge',
  'slow',
  'cut_off',
  'changed_layout',
  'unavailable',
  ...SENATE_FAULT_KINDS,
] as const;
const TEXT_FIELDS = ['path', 'method'] as const;
const COUNT_FIELDS = ['after', 'times', 'retryAfterSeconds', 'delayMs'] as const;
const FIELDS = new Set<string>(['kind', 'probability', 'form', 'status', ...TEXT_FIELDS, ...COUNT_FIELDS]);

/**
 * Reads a plan from JSON: `{"seed": 7, "faults": [{"kind": "throttled", "times": 2, "path": "*.pdf"}]}`, or the bare
 * array of faults.
 *
 * @throws {Error} naming the field, for an invalid plan: with a misspelt fault, a test of that fault would pass.
 */
export function parseFaultPlan(value: unknown): FaultPlan {
  if (Array.isArray(value)) return { faults: value.map(parseFault) };
  const plan = record(value, 'the fault plan');
  refuseUnknown(plan, new Set(['seed', 'faults']), 'the fault plan');
  if (!Array.isArray(plan['faults'])) throw new Error('faults: must be an array');
  const faults = plan['faults'].map(parseFault);
  const { seed } = plan;
  if (seed === undefined) return { faults };
  if (typeof seed !== 'number') throw new Error('seed: must be a number');
  return { seed, faults };
}

function parseFault(value: unknown, index: number): Fault {
  const where = `faults[${index}]`;
  const fault = record(value, where);
  refuseUnknown(fault, FIELDS, where);
  if (!KINDS.some((kind) => kind === fault['kind'])) {
    throw new Error(`${where}.kind: must be one of ${KINDS.join(', ')}, not ${JSON.stringify(fault['kind'])}`);
  }
  for (const field of TEXT_FIELDS) requireOptional(fault, field, (v) => typeof v === 'string', where, 'a string');
  for (const field of COUNT_FIELDS) requireOptional(fault, field, isCount, where, 'a number from 0');
  requireOptional(fault, 'probability', isProbability, where, 'a number from 0 to 1');
  requireOptional(fault, 'form', isLapseFormOf(fault), where, `one of ${LAPSE_FORMS.join(', ')} (lapsed_session)`);
  requireOptional(fault, 'status', isStatusOf(fault), where, '200 or 503 (maintenance)');
  if (fault['kind'] === 'slow' && fault['delayMs'] === undefined) throw new Error(`${where}.delayMs is required`);
  return fault as unknown as Fault;
}

const isCount = (value: unknown): boolean => typeof value === 'number' && value >= 0;
const isProbability = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;
const isLapseFormOf = (fault: Record<string, unknown>) => (value: unknown) =>
  fault['kind'] === 'lapsed_session' && LAPSE_FORMS.some((form) => form === value);
const isStatusOf = (fault: Record<string, unknown>) => (value: unknown) =>
  fault['kind'] === 'maintenance' && (value === 200 || value === 503);

function requireOptional(
  fault: Record<string, unknown>,
  field: string,
  fits: (value: unknown) => boolean,
  where: string,
  wanted: string,
): void {
  if (fault[field] !== undefined && !fits(fault[field])) throw new Error(`${where}.${field}: must be ${wanted}`);
}

function refuseUnknown(value: Record<string, unknown>, known: ReadonlySet<string>, where: string): void {
  const stranger = Object.keys(value).find((key) => !known.has(key));
  if (stranger !== undefined)
    throw new Error(`${where} has no field ${stranger}; its fields are ${[...known].join(', ')}`);
}

function record(value: unknown, where: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${where}: must be an object`);
  return value as Record<string, unknown>;
}
