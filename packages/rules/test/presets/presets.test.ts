import { orThrow } from '@driftbok/core';
import { exempel, instantiate, norrtalje, presetOfJson, presets, templateOf } from '@driftbok/rules';
import { describe, expect, it } from 'vitest';

const about = { period: '2025-07', round: { id: 'R2', label: 'Delår 2' }, previousRound: 'R1' };

describe.each(presets.map((preset) => [preset.id, preset] as const))('the preset %s', (_, preset) => {
  it('decodes from its own JSON to itself', () => {
    expect(presetOfJson(JSON.parse(JSON.stringify(preset)))).toEqual({ _tag: 'Right', right: preset });
  });

  it('has templates that can be drawn, found by their ids', () => {
    expect(preset.templates.length).toBeGreaterThan(0);
    for (const template of preset.templates) {
      expect(templateOf(preset, template.id)).toBe(template);
      expect(orThrow(instantiate(template, about, preset.words)).columns).toHaveLength(template.columns.length);
    }
  });

  it('has sums of rows and differences of columns that are there', () => {
    for (const { columns, rows } of preset.templates) {
      const columnIds = columns.map(({ id }) => id);
      for (const column of columns)
        if ('minuend' in column) expect(columnIds).toEqual(expect.arrayContaining([column.minuend, column.subtrahend]));
      for (const column of columns)
        if ('numerator' in column) expect(columnIds).toEqual(expect.arrayContaining([column.numerator, column.denominator]));
      // The ids of rows made per code are the ledger's.
      if (rows.some((row) => 'each' in row)) continue;
      const rowIds = rows.flatMap((row) => ('id' in row ? [row.id] : []));
      for (const row of rows) if ('sumOf' in row) expect(rowIds).toEqual(expect.arrayContaining([...(row.sumOf ?? [])]));
    }
  });
});

describe('presets', () => {
  it('have different ids and no template that is not theirs', () => {
    expect(presets.map(({ id }) => id)).toEqual(['norrtalje', 'sodertalje', 'exempel']);
    expect(templateOf(norrtalje, 'uppfoljning')).toBeUndefined();
  });

  it('may differ in all that they decide', () => {
    const labels = exempel.templates.flatMap((each) => orThrow(instantiate(each, about, exempel.words)).columns.map(({ label }) => label));
    expect(labels).toEqual([
      'Budget 2025',
      'juli',
      'Ackumulerat januari–juli',
      'Föregående prognos (R1)',
      'Delår 2',
      'Förändring',
      'Avvikelse',
      'Plan 2026',
    ]);
  });
});

describe('presetOfJson', () => {
  it.each([
    ['format.unit', { format: { ...norrtalje.format, unit: 'Mkr' } }],
    ['signs.factors.budget', { signs: { ...norrtalje.signs, factors: { ...norrtalje.signs.factors, budget: 2 } } }],
    ['words.months', { words: { ...norrtalje.words, months: ['Jan'] } }],
    ['words.findings.rounding', { words: { ...norrtalje.words, findings: { rounding: 1 } } }],
    ['words.findings.Rounding', { words: { ...norrtalje.words, findings: { Rounding: 'x' } } }],
    ['words.language', { words: { ...norrtalje.words, language: 'svenska' } }],
    ['templates.0.columns', { templates: [{ ...norrtalje.templates[0], columns: 1 }] }],
    ['id', { id: '' }],
  ])('says %s', (path, change) => {
    expect(presetOfJson({ ...norrtalje, ...change })).toMatchObject({ _tag: 'Left', left: { _tag: 'PresetError', issues: [{ path }] } });
  });
});
