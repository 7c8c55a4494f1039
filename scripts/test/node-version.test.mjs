import { expect, it } from 'vitest';
import { isAtLeast } from '../lib/node-version.mjs';

it.each([
  ['20.19.0', '20.19', true],
  ['20.20.2', '20.19', true],
  ['22.0.0', '20.19', true],
  ['20.9.0', '20.19', false],
  ['18.20.4', '20.19', false],
])('knows whether Node %s is at least %s', (version, wanted, answer) => {
  expect(isAtLeast(version, wanted)).toBe(answer);
});
