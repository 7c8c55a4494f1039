// Mutation testing, a package at a time: `DRIFTBOK_PACKAGE=core npm run mutate`.
// One folder or file of it: `npm run mutate -- --mutate 'packages/core/src/base/*.ts'`.
const name = process.env.DRIFTBOK_PACKAGE ?? 'core';

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  mutate: [`packages/${name}/src/**/*.ts`, `!packages/${name}/src/index.ts`],
  // Only a package's own tests see its mutants: to the others, its name leads to the original sources.
  vitest: { configFile: 'vitest.config.ts' },
  ignorePatterns: ['dist', 'docs', 'bench', 'examples', '*.ndjson'],
  reporters: ['clear-text', 'progress', 'html'],
  htmlReporter: { fileName: `reports/mutation/${name}.html` },
  thresholds: { high: 90, low: 80, break: null },
};
