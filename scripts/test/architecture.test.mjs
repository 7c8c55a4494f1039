import { describe, expect, it } from 'vitest';
import { checkImports, checkLengths } from '../lib/architecture.mjs';

const rules = {
  core: { on: [], externals: ['immer'], browserSafe: true, layers: ['base', 'table'] },
  cli: { on: ['core'], externals: [], browserSafe: false },
};

/** @param {Record<string, string>} sources */
function messages(sources) {
  const files = Object.entries(sources).map(([path, text]) => ({ path, text }));
  return checkImports(files, rules).map(({ where, message }) => `${where} ${message}`);
}

describe('checkImports', () => {
  it('lets arrows point down', () => {
    expect(
      messages({
        'core/src/base/amount.ts': "import { produce } from 'immer';",
        'core/src/table/cell.ts': "import type { Amount } from '../base/amount.js';",
        'core/src/index.ts': "export * from './table/cell.js';",
        'cli/src/bin.ts': "import { argv } from 'node:process'; import { parse } from '@driftbok/core';",
      }),
    ).toEqual([]);
  });

  it.each([
    ['up a layer', 'core/src/base/a.ts', "import type { Cell } from '../table/cell.js';", 'which lies higher'],
    ['from index.ts', 'core/src/table/a.ts', "import { x } from '../index.js';", 'which lies higher'],
    ['from a folder without a layer', 'core/src/misc/a.ts', "import { x } from '../base/b.js';", 'has no layer'],
    ['up to another package', 'core/src/base/a.ts', "import { run } from '@driftbok/cli';", 'none of our packages'],
    ["into another package's files", 'cli/test/a.test.ts', "import { x } from '../../core/src/base/b.js';", 'by name'],
    ['of a package by a package without a rule', 'web/src/a.ts', "import { x } from '@driftbok/core';", 'has no rule'],
    ['of Node where a browser has to do', 'core/src/base/a.ts', "import { readFileSync } from 'node:fs';", 'browser'],
    ['of a package of others', 'core/src/base/a.ts', "export * from 'lodash';", 'may not depend on lodash'],
    ['of values of fp-ts, which are fp-ts', 'core/src/base/a.ts', "import { left } from '#fp/Either';", 'fp-ts'],
    ['in a call', 'core/src/base/a.ts', "const fs = await import('node:fs');", 'browser'],
  ])('refuses an import %s', (_, path, text, message) => {
    expect(messages({ [path]: text })).toEqual([expect.stringContaining(message)]);
  });

  it('refuses a circle, also one of types, and names the way round', () => {
    expect(
      messages({
        'core/src/base/a.ts': "import { b } from './b.js';",
        'core/src/base/b.ts': "import type { C } from './c.js';",
        'core/src/base/c.ts': "import { b } from './b.js';",
      }),
    ).toEqual(['core/src/base/b.ts circle: core/src/base/b.ts → core/src/base/c.ts → core/src/base/b.ts']);
  });

  it('does not take a comment or a string for an import', () => {
    expect(messages({ 'core/src/base/a.ts': "// import 'node:fs';\nconst text = \"import 'node:fs'\";" })).toEqual([]);
  });
});

describe('checkLengths', () => {
  it('warns over the first limit and refuses over the second', () => {
    const files = [1, 2, 3].map((count) => ({ path: `${count}.ts`, text: '\n'.repeat(count) }));
    expect(checkLengths(files, { warning: 1, error: 2 }).map(({ severity, where }) => [severity, where])).toEqual([
      ['warning', '2.ts'],
      ['error', '3.ts'],
    ]);
  });
});
