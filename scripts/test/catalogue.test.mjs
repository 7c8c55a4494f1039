import { expect, it } from 'vitest';
import { catalogueMarkdown, vectorsMarkdown } from '../catalogue.mjs';

// The sources, not the last build: named in a variable, since the compiler takes no ".ts" from a script.
const source = '../../packages/core/src/index.ts';
const { line, list, object, oneOf, standardCatalogue } = await import(source);

const part = object('Part', { name: line('a name', 9) });
const codec = object('Counted', { kind: oneOf('a', 'b'), parts: list(part, 1, 3) }, { first: part });
const counted = { type: 'Counted', family: 'count', about: 'Something was counted.', streamForm: 'count/<id>', schemaVersion: 2, codec };

it('writes a type with its fields, and the objects in them once', () => {
  expect(catalogueMarkdown([counted])).toBe(`## The 1 types

| type | family | what it records |
| --- | --- | --- |
| [Counted](#counted) | count | Something was counted. |

## Family: count

### Counted

Something was counted. Stream: \`count/<id>\`; schema version 2.

| field | | expected |
| --- | --- | --- |
| \`kind\` | required | a \\| b |
| \`parts\` | required | a list of 1 to 3: [Part](#part) |
| \`first\` | optional | [Part](#part) |

## Objects in fields

### Part

| field | | expected |
| --- | --- | --- |
| \`name\` | required | a name, 1 to 9 characters on one line |`);
});

it('finds every object of the standard catalogue, those that hold themselves too', () => {
  const text = catalogueMarkdown([...standardCatalogue.values()]);
  for (const type of standardCatalogue.keys()) expect(text).toContain(`### ${type}\n`);
  for (const name of ['Scope', 'Successor', 'Reason', 'ClaimSubject']) expect(text.split(`\n### ${name}\n`)).toHaveLength(2);
});

it('writes the vectors, a text as JSON so that a line break in it is seen', () => {
  const event = { draft: { type: 'Counted' }, canonical: '{"a":1}', hash: 'ab', line: '{"id":1}' };
  const text = vectorsMarkdown({ events: [event], texts: [{ salt: '00', text: 'a\nb', hash: 'cd' }] });
  expect(text).toContain('### 1. Counted\n\nCanonical form:\n\n```text\n{"a":1}\n```');
  expect(text).toContain('```text\n00\n"a\\nb"\ncd\n```');
});
