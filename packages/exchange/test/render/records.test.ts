import { recordsAsCsv, recordsAsJson, recordsAsMarkdown, recordsAsText } from '@driftbok/exchange';
import { expect, it } from 'vitest';

const columns = [{ id: 'round', label: 'Prognos' }, { id: 'opened' }, { id: 'events', kind: 'number' as const }, { id: 'locks' }];
const records = [
  { round: '2024-D1', opened: true, events: 1200, locks: [{ position: 9 }], other: 'not shown' },
  { round: 'P3, "öppen"', opened: null, events: -0.5 },
];

it('lists records for the terminal', () => {
  expect(recordsAsText(columns, records)).toBe(
    'Prognos      opened  events  locks\n' +
      '-----------  ------  ------  ----------------\n' +
      '2024-D1      true      1200  [{"position":9}]\n' +
      'P3, "öppen"            -0.5\n',
  );
  expect(recordsAsText(columns, [])).toBe('Prognos  opened  events  locks\n-------  ------  ------  -----\n');
});

it('lists records as Markdown', () => {
  expect(recordsAsMarkdown(columns, records)).toBe(
    '| Prognos | opened | events | locks |\n' +
      '| --- | --- | ---: | --- |\n' +
      '| 2024-D1 | true | 1200 | \\[{"position":9}\\] |\n' +
      '| P3, "öppen" |  | -0.5 |  |\n',
  );
});

it('lists records as CSV', () => {
  expect(recordsAsCsv(columns, records)).toBe(
    'Prognos;opened;events;locks\r\n2024-D1;true;1200;"[{""position"":9}]"\r\n"P3, ""öppen""";;-0,5;\r\n',
  );
});

it('lists records as JSON, whole', () => {
  expect(JSON.parse(recordsAsJson(columns, records))).toEqual([
    { round: '2024-D1', opened: true, events: 1200, locks: [{ position: 9 }] },
    { round: 'P3, "öppen"', opened: null, events: -0.5 },
  ]);
  expect(recordsAsJson(columns, [])).toBe('[]\n');
});

it('shows nothing that is not the record’s own', () => {
  expect(recordsAsCsv([{ id: 'toString' }, { id: '__proto__' }], [{}])).toBe('toString;__proto__\r\n;\r\n');
});
