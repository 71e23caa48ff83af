import { describe, expect, it } from 'vitest';
import { type Fault, FaultInjector } from './faults.js';
import { parseFaultPlan } from './fault-plan.js';

const kindsMet = (injector: FaultInjector, paths: readonly string[]): (string | null)[] =>
  paths.map((path) => injector.faultFor('GET', path)?.kind ?? null);

describe('FaultInjector', () => {
  it('applies only to the paths and methods of its scope', () => {
    const injector = new FaultInjector({ faults: [{ kind: 'challenge', path: '/a/*.pdf', method: 'GET' }] });
    expect(kindsMet(injector, ['/a/1.pdf', '/a/b/2.pdf', '/a/1.zip', '/b/1.pdf'])).toEqual([
      'challenge',
      'challenge',
      null,
      null,
    ]);
    expect(injector.faultFor('POST', '/a/1.pdf')).toBeNull();
  });

  it('matches a dot in a path literally', () => {
    const injector = new FaultInjector({ faults: [{ kind: 'challenge', path: '/1.pdf' }] });
    expect(injector.faultFor('GET', '/1xpdf')).toBeNull();
  });

  it('lets the first requests pass and ends after its count', () => {
    const injector = new FaultInjector({ faults: [{ kind: 'overloaded', after: 1, times: 2 }] });
    expect(kindsMet(injector, ['/', '/', '/', '/'])).toEqual([null, 'overloaded', 'overloaded', null]);
  });

  it('continues with the next fault of the plan when the first one is used up', () => {
    const injector = new FaultInjector({
      faults: [
        { kind: 'throttled', times: 1 },
        { kind: 'overloaded', times: 1 },
      ],
    });
    expect(kindsMet(injector, ['/', '/', '/'])).toEqual(['throttled', 'overloaded', null]);
  });

  it('depends on its seed, however the requests of several paths interleave', () => {
    const plan = { seed: 7, faults: [{ kind: 'cut_off', probability: 0.5 } satisfies Fault] };
    const paths = Array.from({ length: 40 }, (_, index) => `/${index % 4}`);
    const inOrder = new FaultInjector(plan);
    const shuffled = new FaultInjector(plan);
    const ofPath = (injector: FaultInjector, all: readonly string[], path: string): (string | null)[] =>
      kindsMet(injector, all).filter((_, index) => all[index] === path);
    const sorted = [...paths].sort();
    expect(ofPath(shuffled, sorted, '/2')).toEqual(ofPath(inOrder, paths, '/2'));
    const met = kindsMet(new FaultInjector(plan), paths).filter((kind) => kind !== null).length;
    expect(met).toBeGreaterThan(8);
    expect(met).toBeLessThan(32);
    expect(kindsMet(new FaultInjector({ ...plan, seed: 8 }), paths)).not.toEqual(
      kindsMet(new FaultInjector(plan), paths),
    );
  });
});

describe('parseFaultPlan', () => {
  it('reads a plan and a bare array of faults', () => {
    const faults = [{ kind: 'slow', delayMs: 20, path: '*' }];
    expect(parseFaultPlan({ seed: 3, faults })).toEqual({ seed: 3, faults });
    expect(parseFaultPlan(faults)).toEqual({ faults });
  });

  it.each([
    [{ faults: [{ kind: 'cut' }] }, 'faults[0].kind'],
    [{ faults: [{ kind: 'slow' }] }, 'delayMs'],
    [{ faults: [{ kind: 'throttled', time: 2 }] }, 'no field time'],
    [{ faults: [{ kind: 'throttled', times: '2' }] }, 'times'],
    [{ faults: [{ kind: 'throttled', probability: 2 }] }, 'probability'],
    [{ fault: [] }, 'no field fault'],
    [[{ kind: 'lapsed_session', form: 'gone' }], 'one of redirect, search_page, agreement_page'],
    [[{ kind: 'challenge', form: 'redirect' }], 'form'],
    [[{ kind: 'maintenance', status: 500 }], '200 or 503'],
    ['slow', 'must be an object'],
  ])('rejects %j, and says why', (plan, reason) => {
    expect(() => parseFaultPlan(plan)).toThrow(reason);
  });
});
