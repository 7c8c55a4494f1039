import { expect, it } from 'vitest';
import { examplesOf, testOf } from '../doc-examples.mjs';

const source = `
const notThis = '@example';

/**
 * Reads an amount.
 *
 * @example
 * \`\`\`ts
 * import { parse } from '@driftbok/core';
 * parse('1.50') // => 150
 * \`\`\`
 *
 * @returns nothing of note
 * \`\`\`ts
 * notAnExample()
 * \`\`\`
 */
`;

it('finds the blocks under @example, with their lines', () => {
  expect(examplesOf(source)).toEqual([{ line: 9, code: "import { parse } from '@driftbok/core';\nparse('1.50') // => 150\n" }]);
});

it('takes the imports out of a block and makes expectations of its arrows', () => {
  const code =
    "import {\n  a,\n  type B,\n} from 'x';\nimport type { C } from 'y';\nconst b: B = a(1); // => 2\nawait b.c() // => { d: 3 }\nb.run();\n";
  expect(testOf(code)).toEqual({
    imports: [
      { names: 'a', from: 'x' },
      { names: 'type B', from: 'x' },
      { names: 'type C', from: 'y' },
    ],
    body: 'const b: B = a(1);\nexpect(b).toEqual(2);\nexpect(await b.c()).toEqual({ d: 3 });\nb.run();\n',
  });
});
