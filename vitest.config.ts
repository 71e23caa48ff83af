import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Tests import the sources of our libs, the built code their JavaScript: see "imports" in package.json. Vitest hands
// these on to Node, where "import" among them would give CommonJS packages the ES modules of their dependencies.
const resolve = { conditions: ['rotunda-source', 'node'] };

/** Files of `npm run test:all` alone: see libs/testing/src/tiers.ts. */
const ALL_ONLY = '**/*.all.test.ts';

/** Whole systems take longest: begun last, they would run on alone. */
const isWhole = ({ moduleId }: TestSpecification): boolean => moduleId.startsWith(`${import.meta.dirname}/test/`);

class WholeSystemsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isWhole), ...sorted.filter((file) => !isWhole(file))];
  }
}

export default defineConfig({
  resolve,
  ssr: { resolve },
  environments: { __vitest__: { resolve } },
  test: {
    include: ['apps/**/*.test.ts', 'libs/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(process.env['ROTUNDA_TEST_ALL'] === '1' ? [] : [ALL_ONLY])],
    setupFiles: [
      'reflect-metadata',
      'libs/testing/src/quiet-logger.ts',
      'libs/testing/src/overlapping-queries.ts',
      'libs/testing/src/ends-with-us.ts',
    ],
    globalSetup: ['libs/testing/src/global-setup.ts'],
    // A file takes over the modules that the one before it has loaded: anew, they cost more than most of its tests.
    isolate: false,
    // Limits are there against hanging only, on the slowest machine too.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    sequence: { sequencer: WholeSystemsFirst },
    // One more than the cores that we count on: a test of whole systems often waits.
    maxWorkers: 3,
  },
});
