import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { writeDocExamples } from './scripts/doc-examples.mjs';

// Packages import each other by name; this condition makes the name mean the source, so tests need no build.
const conditions = ['@driftbok/source', ...defaultServerConditions];

writeDocExamples();

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      'packages/*/test/**/*.test.ts',
      'examples/*/test/**/*.test.ts',
      'bench/test/**/*.test.ts',
      'scripts/test/**/*.test.mjs',
    ],
    setupFiles: ['./vitest.setup.ts'],
    // Machines are shared and slow at times; a test that is slow there has not failed. What hangs is ended all the same.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      exclude: ['packages/cli/src/bin.ts'],
      reporter: ['text-summary', 'html', 'json-summary'],
    },
  },
});
