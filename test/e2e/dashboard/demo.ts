import { describe, expect, it } from 'vitest';
import type { DashboardStack } from './dashboard-stack.js';

/** What `npm run demo` says and does before anyone looks: no other test in `npm test` runs a whole demo. */
export function describeDemo(stack: () => DashboardStack): void {
  describe('npm run demo', () => {
    it('scrapes the stand-ins’ filings, and prints the newest trades', () => {
      const { stdout } = stack().command;
      expect(stdout).toMatch(/^The dashboard: http:\/\/127\.0\.0\.1:\d+\/\nScraping /m);
      expect(stdout).toMatch(/^FILED\s+MEMBER\s+OWNER/m);
      for (const chamber of ['house', 'senate']) {
        const [, listed, saved] = new RegExp(`^ +${chamber}: (\\d+) filings .*, (\\d+) trades saved`, 'm').exec(
          stdout,
        )!;
        expect(Number(listed)).toBeGreaterThan(80);
        expect(Number(saved)).toBeGreaterThan(400);
      }
    });
  });
}
