import { afterAll, beforeAll, describe } from 'vitest';
import type { DashboardStack } from '../dashboard-stack.js';
import { describeAccess } from './access.js';
import { describeAccessibility } from './accessibility.js';
import { describeHostileText } from './hostile-text.js';
import { KeyedGateway } from './keyed-gateway.js';
import { describeLive } from './live.js';
import { describeOutages } from './outages.js';

/** What holds for every page. Comes after the pages: it kills parts of the stack. */
export function describeAcrossPages(stack: () => DashboardStack): void {
  describe('every page', () => {
    let keyed: KeyedGateway;
    beforeAll(async () => {
      keyed = await KeyedGateway.beside(stack());
    });
    afterAll(() => keyed.stop());

    describeLive(stack);
    describeAccessibility(stack, () => keyed);
    describeAccess(stack, () => keyed);
    describeHostileText(stack);
    describeOutages(stack, () => keyed);
  });
}
