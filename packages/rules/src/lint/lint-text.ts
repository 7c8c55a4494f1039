/** Something in a free text that may point out a person. The text itself is not repeated: only where it stands. */
export interface TextFinding {
  readonly code: 'personal-number' | 'coordination-number' | 'temporary-number' | 'phone' | 'email';
  /** UTF-16 code units from and to, the last exclusive. */
  readonly from: number;
  readonly to: number;
}

// What stands for a hyphen, and what may stand unseen or as a line's end on either side of it.
const SIGN = String.raw`[-+/\u2010-\u2015\u2212\uFE63]`;
const BETWEEN = String.raw`(?:[\s\p{Cf}]{0,2}${SIGN}[\s\p{Cf}]{0,2}|[ \t\u00A0\p{Cf}]?)`;
// A day of birth of six or eight digits, be it with signs between year, month and day; a coordination number has 60 added to its day.
const BIRTH = String.raw`(?:\d{2})?\d{2}(?<part>[./]|${SIGN}|)(?:0[1-9]|1[0-2])\k<part>(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])`;
// Four digits end it; or, where a care giver made it up for one who has none yet, letters and digits.
const NUMBER = new RegExp(
  String.raw`(?<!\d)(?<!\d[.,])(?<birth>${BIRTH})(?<gap>${BETWEEN})(?:(?<last>\d{4})(?!\d)|[TRF](?:\d{3}|[A-Z]\d{2})(?![\p{L}\d]))`,
  'giu',
);
const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
// From a country code, or from a 0 that an area begins with; seven to thirteen digits in groups, and nothing but signs between.
const PHONE = /(?<![\d\p{L}.,-])(?:(?:\+|00)46[- \u00A0]?(?:\(0\)[- \u00A0]?)?|0)[1-9](?:[- \u00A0/]{0,2}\d){6,11}(?!\d)/gu;

/** The check digit of a personal identity number: the last of ten digits. */
function luhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const product = Number(digits[at]) * (at % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return sum % 10 === 0;
}

function numberFindings(text: string): readonly TextFinding[] {
  const findings: TextFinding[] = [];
  const pattern = new RegExp(NUMBER);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const code = codeOf(match);
    if (code === undefined) {
      // What is no number may have one within it: "19-811218-9876".
      pattern.lastIndex = match.index + 1;
    } else {
      findings.push({ code, from: match.index, to: pattern.lastIndex });
    }
  }
  return findings;
}

/** What a day of birth and what follows it are; undefined where they are nobody's number. */
function codeOf({ groups = {} }: RegExpExecArray): TextFinding['code'] | undefined {
  const { birth = '', part = '', gap = '', last } = groups;
  if (last === undefined) return 'temporary-number';
  // "2024-06-19 2024" is a day and a year, or a case's number.
  if (part !== '' && /^[ \t\u00A0]$/.test(gap) && /^(?:19|20)/.test(last)) return undefined;
  const digits = birth.replace(/\D/g, '').slice(-6);
  if (!luhn(`${digits}${last}`)) return undefined;
  return Number(digits.slice(-2)) > 60 ? 'coordination-number' : 'personal-number';
}

/** The same text with plain digits and signs for those of full width, character by character: every place stays where it is. */
const plainText = (text: string): string =>
  text.replace(/[^\0-\u00FF]/g, (unit) => {
    const plain = unit.normalize('NFKC');
    return plain.length === 1 ? plain : unit;
  });

const found = (code: TextFinding['code'], text: string, pattern: RegExp): readonly TextFinding[] =>
  [...text.matchAll(pattern)].map((match) => ({ code, from: match.index, to: match.index + match[0].length }));

/**
 * What in a free text looks as if it pointed out a person: personal identity numbers and coordination numbers with a right check digit,
 * temporary numbers, phone numbers and e-mail addresses, in the order they stand, with whatever signs and in whatever width. A lint, not a proof: a name or an address passes, and a person has to read
 * the text as well.
 *
 * @example
 * ```ts
 * import { lintText } from '@driftbok/rules';
 * lintText('Avser 811218-9876.') // => [{ code: 'personal-number', from: 6, to: 17 }]
 * lintText('Utfallet är 7 431 tkr per 2024-07-31.') // => []
 * ```
 */
export function lintText(given: string): readonly TextFinding[] {
  const text = plainText(given);
  const numbers = numberFindings(text);
  const phones = found('phone', text, PHONE).filter(({ from, to }) => !numbers.some((each) => from < each.to && each.from < to));
  return [...numbers, ...phones, ...found('email', text, EMAIL)].sort((a, b) => a.from - b.from);
}
