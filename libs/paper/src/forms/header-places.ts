import type { PrintedTable } from './printed-table.js';
import type { FormVersion } from './form-versions.js';

/** left, top, right, bottom in widths of the table: from its left edge, and from its upper one or (notes) its lower one. */
type Place = readonly [number, number, number, number];

/** Where a sheet has what is written outside of its table. `initial` and `amendment` are tick boxes. */
export interface HeaderPlaces {
  name: Place;
  state?: Place;
  district?: Place;
  initial?: Place;
  amendment?: Place;
  notes?: Place;
}

const FIRST_OF_2018: HeaderPlaces = {
  name: [0.052, -0.255, 0.355, -0.204],
  state: [0.09, -0.174, 0.172, -0.141],
  district: [0.222, -0.174, 0.337, -0.141],
  initial: [0.442, -0.057, 0.477, -0.028],
  amendment: [0.563, -0.057, 0.598, -0.028],
};
const FURTHER_OF_2015: HeaderPlaces = { name: [0.665, -0.06, 0.892, -0.024], notes: [0, 0.018, 1, 0.165] };

/** The gap between header and table moves the header up. */
const FIRST_OF_2015: HeaderPlaces = {
  name: [0.052, -0.275, 0.355, -0.226],
  state: [0.09, -0.196, 0.172, -0.163],
  district: [0.222, -0.196, 0.337, -0.163],
  initial: [0.442, -0.093, 0.477, -0.063],
  amendment: [0.563, -0.093, 0.598, -0.063],
};

const FIRST_OF_2020: HeaderPlaces = {
  name: [0.055, -0.265, 0.33, -0.207],
  state: [0.112, -0.196, 0.175, -0.16],
  district: [0.215, -0.196, 0.33, -0.16],
  initial: [0.405, -0.082, 0.441, -0.046],
  amendment: [0.52, -0.082, 0.557, -0.046],
};

const PLACES: Record<PrintedTable['family'], { first: HeaderPlaces; further: HeaderPlaces }> = {
  A: {
    first: {
      name: [0.015, -0.252, 0.36, -0.226],
      state: [0.047, -0.18, 0.166, -0.15],
      district: [0.208, -0.18, 0.342, -0.15],
      initial: [0.415, -0.076, 0.441, -0.049],
      amendment: [0.526, -0.076, 0.552, -0.049],
    },
    further: { name: [0.015, -0.055, 0.36, -0.024], notes: [0, 0.01, 1, 0.19] },
  },
  B: { first: FIRST_OF_2015, further: FURTHER_OF_2015 },
  C: { first: FIRST_OF_2018, further: FURTHER_OF_2015 },
  D: { first: FIRST_OF_2020, further: { name: [0.625, -0.095, 0.865, -0.055], notes: [0, 0.02, 1, 0.155] } },
};

/** D24b has its tick boxes further to the left. */
export function headerPlaces(
  family: PrintedTable['family'],
  kind: 'first' | 'further',
  form: FormVersion,
): HeaderPlaces {
  const places = PLACES[family][kind];
  if (form !== 'D24b' || kind === 'further') return places;
  return { ...places, initial: [0.37, -0.078, 0.41, -0.046], amendment: [0.508, -0.078, 0.548, -0.046] };
}
