import { isLeft, memoryStore, openLedger, orThrow } from '@driftbok/core';
import type { FinalComment } from '@driftbok/rules';
import { finalComment, lintText } from '@driftbok/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const marked = (text: string): readonly string[] => lintText(text).map(({ code, from, to }) => `${code} ${text.slice(from, to)}`);

/** The digit that makes nine digits a number of a person: worked out anew, digit by digit. */
function checkDigit(nine: string): number {
  let sum = 0;
  for (let at = 0; at < 9; at++) {
    const product = String(Number(nine[at]) * (at % 2 === 0 ? 2 : 1));
    for (const digit of product) sum += Number(digit);
  }
  return (10 - (sum % 10)) % 10;
}

const two = (n: number): string => String(n).padStart(2, '0');
const born = fc.record({
  century: fc.constantFrom('', '19', '20'),
  year: fc.integer({ min: 0, max: 99 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  serial: fc.integer({ min: 0, max: 999 }),
  sign: fc.constantFrom('', '-', '+', '–', ' ', '\u00A0', ' - ', ' -', '- ', '-\n', '\u200B', '－'),
  part: fc.constantFrom('', '', '-', '.', '/', '–'),
  before: fc.constantFrom('', 'nr-', 'nr ', '(', 'SN 2024-', '-'),
  wide: fc.boolean(),
  coordination: fc.boolean(),
});

const widened = (text: string, wide: boolean): string =>
  wide ? text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))) : text;

describe('the lint for free text', () => {
  it('finds every right personal identity number and coordination number, however it is written, and no other', () => {
    fc.assert(
      fc.property(
        born,
        fc.integer({ min: 1, max: 9 }),
        ({ century, year, month, day, serial, sign, part, before, wide, coordination }, off) => {
          const parts = [two(year), two(month), two(coordination ? day + 60 : day)];
          const six = parts.join('');
          const three = String(serial).padStart(3, '0');
          const check = checkDigit(`${six}${three}`);
          // "1981-12-18 1987" is a day and a year as well as anything.
          fc.pre(!(part !== '' && /^[ \u00A0]$/.test(sign) && /^(19|20)/.test(three)));
          const written = (last: number): string => widened(`${century}${parts.join(part)}${sign}${three}${last}`, wide);
          const code = coordination ? 'coordination-number' : 'personal-number';
          expect(marked(`Gäller ${before}${written(check)}, enligt beslut`)).toEqual([`${code} ${written(check)}`]);
          const wrong = lintText(`Gäller ${before}${written((check + off) % 10)}, enligt beslut`);
          expect(wrong.filter((finding) => finding.code !== 'phone')).toEqual([]);
        },
      ),
    );
  });

  it.each([
    ['Ring 0176-710 00 i dag', ['phone 0176-710 00']],
    ['nås på 070-123 45 67', ['phone 070-123 45 67']],
    ['+46 (0)70 123 45 67 eller 0046701234567', ['phone +46 (0)70 123 45 67', 'phone 0046701234567']],
    ['Skriv till nagon.annan+x@exempel.se.', ['email nagon.annan+x@exempel.se']],
    ['åsa@exempel.åäö.se och 811218-9876', ['email åsa@exempel.åäö.se', 'personal-number 811218-9876']],
    ['1981-12-18-9876', ['personal-number 1981-12-18-9876']],
    ['född 1981-12-18 9876', ['personal-number 1981-12-18 9876']],
    ['811218 - 9876', ['personal-number 811218 - 9876']],
    ['nr-811218-9876', ['personal-number 811218-9876']],
    ['８１１２１８－９８７６', ['personal-number ８１１２１８－９８７６']],
    ['19-811218-9876', ['personal-number 811218-9876']],
    ['240619-1981-12-18-9876', ['personal-number 1981-12-18-9876']],
    [
      'reservnummer 19811218-T123, 811218TF12 och 811218-r456',
      ['temporary-number 19811218-T123', 'temporary-number 811218TF12', 'temporary-number 811218-r456'],
    ],
    ['ａｎｎａ＠ｅｘ．ｓｅ', ['email ａｎｎａ＠ｅｘ．ｓｅ']],
  ])('finds %j', (text, expected) => {
    expect(marked(text)).toEqual(expected);
  });

  it.each([
    'Underskottet är 17 600 tkr, utfallet −208 411 tkr.',
    'Per 2024-07-31; möte 2024-08-29 kl. 09.00–16.00, § 149, SN 2024-1.',
    'Per 2024-06-19 2024-1, per 2024-07-31 2020, 2025-08-28 2023 och 2024-07-31 kl. 1730',
    'Dnr SN 2024-001234, KS 2023-1178, ärende 240731-123, bg 5805-6201, pg 81 12 18-9.',
    'Version 240731-T12 och 240731-TEST1, kod 811218-X123',
    'Tabell: 811 218 9876 kr, 81 121 898,76 kr, 0,811218 9876',
    'Telefonlistan: 1234, 5678 och 71000; rum 811218.',
    'Organisationsnummer 212000-0167 är ingen person.',
    'Budgeten är 90071992547409.91 kr, andelen 0,123456789.',
    'Position 110, 1234567890123456.',
    'a@b utan punkt',
    '',
  ])('finds nothing in %j', (text) => {
    expect(marked(text)).toEqual([]);
  });

  it('takes no long time over a long text of digits', () => {
    expect(lintText('0 '.repeat(30_000)).length).toBe(0);
  });
});

describe('a final comment', () => {
  const comment: FinalComment = {
    comment: 'k1',
    about: { round: 'p3' },
    kind: 'status',
    asOf: '2025-07-31',
    text: 'Ligger fast.',
    actor: { role: 'controller', id: 'u1' },
    source: { document: 'Rapport', basis: 'stated' },
  };

  it('is refused, without its text in the error, where somebody may be pointed out', () => {
    const refused = finalComment({ ...comment, text: 'Avser 811218-9876.' });
    expect(refused).toEqual({
      _tag: 'Left',
      left: { _tag: 'LintError', comment: 'k1', findings: [{ code: 'personal-number', from: 6, to: 17 }] },
    });
  });

  it('is a command that a ledger records', async () => {
    let id = 0;
    const ledger = orThrow(
      await openLedger({
        store: memoryStore(),
        name: 'prov',
        clock: () => '2025-08-01T08:00:00.000Z',
        newId: () => `01900000-0000-7000-8000-${String(++id).padStart(12, '0')}`,
        newSalt: () => '0'.repeat(32),
      }),
    );
    const actor = { role: 'controller', id: 'u1' };
    const command = orThrow(finalComment(comment));
    const recorded = await ledger.record([
      { type: 'LedgerOpened', data: { name: 'prov', municipality: 'Exempel', timeZone: 'Europe/Stockholm' }, actor },
      { type: 'ForecastRoundOpened', data: { round: 'p3', year: '2025', label: 'P3' }, actor },
      command,
    ]);
    expect(isLeft(recorded)).toBe(false);
    expect(ledger.book().state.comments.get('k1')).toMatchObject({ standing: 'final', kind: 'status', about: { round: 'p3' } });
  });
});
