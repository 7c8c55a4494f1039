import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { breaks } from '../lib/breaks.mjs';

const root = join(import.meta.dirname, '..', '..');

it.each(breaks)('the code still has the place where it is broken for "%s"', (_, file, from, to) => {
  expect(readFileSync(join(root, file), 'utf8')).toContain(from);
  expect(to).not.toBe(from);
});
