import { type HouseSite, startHouseSite } from '../../apps/stand-ins/src/house/house-site.js';
import type { ChamberUnderTest } from '../contract/chamber-stack.js';

/** The House, with a short courtesy interval. */
export const houseWithInterval = (intervalMs: number): ChamberUnderTest<HouseSite> => ({
  chamber: 'house',
  startSite: () => startHouseSite(),
  environment: (site) => ({ HOUSE_BASE_URL: site.url, HOUSE_REQUEST_INTERVAL_MS: String(intervalMs) }),
});
