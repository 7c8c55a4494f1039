import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';

it('prints what its README says', async () => {
  const printed: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  await import('../src/main.js');
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(printed.join('\n').trimEnd()).toBe(/```text\n([\s\S]*?)\n```/.exec(readme)?.[1]);
});
