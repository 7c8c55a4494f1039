import type { Finding } from '@driftbok/core';
import type { Preset, Words } from '@driftbok/rules';
import { english, norrtalje, presentTable, swedish } from '@driftbok/rules';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../support/table.js';

function messageOf(finding: Partial<Finding>, words: Words = swedish): string | undefined {
  const preset: Preset = { ...norrtalje, words };
  const whole: Finding = { code: 'x', severity: 'note', where: [], by: '', params: {}, ...finding };
  const table = tableOf(
    't',
    ['forecast'],
    [
      { id: 'net', cells: ['1.00'] },
      { id: 'a/b', cells: [null] },
    ],
    [whole],
  );
  return presentTable(table, preset).findings[0]?.message;
}

const saying = (findings: Words['findings']): Words => ({ ...swedish, findings });

describe('a finding in words', () => {
  it.each([
    [['net/forecast'], 'NET, FORECAST'],
    [['a/b/forecast'], 'A/B, FORECAST'],
    [['row:net'], 'NET'],
    [['column:forecast'], 'FORECAST'],
    [['net/forecast', 'row:net'], 'NET, FORECAST; NET'],
    [['row:nett', 'column:x', 'net/x', 'x/forecast', 'net', ''], 'row:nett; column:x; net/x; x/forecast; net; '],
  ])('names %j by its labels', (where, place) => {
    expect(messageOf({ where }, saying({ x: '<{where}>' }))).toBe(`<${place}>`);
  });

  it('has its parameters and what it is by, as printed', () => {
    expect(messageOf({ by: '-1234567.00', params: { round: 'P3' } }, saying({ x: '{round}: {by}' }))).toBe('P3: -1 235 tkr');
    expect(messageOf({ by: '1234.50' }, saying({ x: '{by}' }))).toBe('1 tkr');
    expect(messageOf({ by: '5.50' }, saying({ x: '{by}' }))).toBe('0,0055 tkr');
  });

  it('is told by a barer sentence where a parameter is empty', () => {
    const words = saying({ x: '{round} {standing}', 'x-bare': '{round}' });
    expect(messageOf({ params: { round: 'P3', standing: 'D1' } }, words)).toBe('P3 D1');
    expect(messageOf({ params: { round: 'P3', standing: '' } }, words)).toBe('P3');
    expect(messageOf({ params: { round: 'P3' } }, words)).toBe('P3');
  });

  it('is told as it is where there are no words for it', () => {
    expect(messageOf({ where: ['row:net'], params: { a: '1', b: '2' } }, saying({}))).toBe('x: NET, a 1, b 2');
    expect(messageOf({ where: ['row:net'] }, saying({ x: '{missing}' }))).toBe('x: NET');
    expect(messageOf({ code: 'toString', where: ['row:net'] }, saying({}))).toBe('toString: NET');
  });

  it('does not fill what a parameter holds', () => {
    expect(messageOf({ params: { round: '{where}' }, where: ['row:net'] }, saying({ x: '{round}' }))).toBe('{where}');
  });

  it.each([
    ['round-not-yet-known', { round: 'P3', roundLabel: 'P3', standing: 'D1', standingLabel: 'Delår 1' }, /P3.*Delår 1/],
    ['round-not-yet-known', { round: 'P3', roundLabel: 'P3', standing: '', standingLabel: '' }, /P3 [^{}]*(heller|before it)\.$/],
    ['round-not-locked', { round: 'P3', roundLabel: 'P3', status: 'open' }, /P3/],
    ['split-without-shares', { dimension: 'ansvar', code: '51' }, /^NET/],
    ['linear-default', { column: 'forecast' }, /1 tkr/],
    ['inferred', {}, /^NET/],
    ['heading-unit', { heading: 'mnkr', unit: 'kr', shown: '29', said: '29 000 000', held: '29' }, /mnkr.*NET.*29 000 000.*29/],
    ['no-lines', {}, /(rader|lines)/],
    ['no-locks', {}, /(låst|locked)/],
    ['rounding', { shown: '-1', parts: '-2', minuend: 'UTF', subtrahend: 'BUD' }, /-1.*UTF.*BUD.*-2/],
    ['rounding', { shown: '-1', parts: '-2' }, /-1.*(rader|rows).*-2/],
    ['sum', { minuend: 'UTF', subtrahend: 'BUD' }, /1 tkr.*UTF.*BUD/],
    ['sum', {}, /1 tkr.*(rader|rows)/],
  ])('%s has a sentence in both languages', (code, params, expected) => {
    for (const words of [swedish, english]) {
      const message = messageOf({ code, params, where: ['row:net'], by: '1000.00' }, words);
      expect(message).toMatch(expected);
      expect(message?.startsWith(code)).toBe(false);
    }
  });

  it('can be told in one language as in the other', () => {
    expect(Object.keys(english.findings)).toEqual(Object.keys(swedish.findings));
    const tokens = (sentence: string | undefined): readonly string[] => [...(sentence?.match(/\{[a-zA-Z]+\}/g) ?? [])].sort();
    for (const code of Object.keys(swedish.findings)) expect(tokens(english.findings[code])).toEqual(tokens(swedish.findings[code]));
  });
});
