/** Something in a free text that may point out a person. The text itself is not repeated: only where it stands. */
export interface TextFinding {
  readonly code: 'personal-number' | 'coordination-number' | 'phone' | 'email';
  /** UTF-16 code units from and to, the last exclusive. */
  readonly from: number;
  readonly to: number;
}

// Six or eight digits of a day of birth, then four, with any of the signs that people set between them.
const NUMBER = /(?<![\d-])((?:\d{2})?\d{2})(\d{2})(\d{2})[-+\u2010-\u2015\u2212 \u00A0]?(\d{4})(?!\d)/gu;
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
  return [...text.matchAll(NUMBER)].flatMap((match): readonly TextFinding[] => {
    const [whole, year = '', month = '', day = '', last = ''] = match;
    const known = Number(day);
    // A coordination number has 60 added to its day. A month above 12 is an organisation's number, which points out nobody.
    const code = known >= 1 && known <= 31 ? 'personal-number' : known >= 61 && known <= 91 ? 'coordination-number' : undefined;
    const isMonth = Number(month) >= 1 && Number(month) <= 12;
    if (code === undefined || !isMonth || !luhn(`${year.slice(-2)}${month}${day}${last}`)) return [];
    return [{ code, from: match.index, to: match.index + whole.length }];
  });
}

const found = (code: TextFinding['code'], text: string, pattern: RegExp): readonly TextFinding[] =>
  [...text.matchAll(pattern)].map((match) => ({ code, from: match.index, to: match.index + match[0].length }));

/**
 * What in a free text looks as if it pointed out a person: personal identity numbers and coordination numbers with a right check digit,
 * phone numbers and e-mail addresses, in the order they stand. A lint, not a proof: a name or an address passes, and a person has to read
 * the text as well.
 *
 * @example
 * ```ts
 * import { lintText } from '@driftbok/rules';
 * lintText('Avser 811218-9876.') // => [{ code: 'personal-number', from: 6, to: 17 }]
 * lintText('Utfallet är 7 431 tkr per 2024-07-31.') // => []
 * ```
 */
export function lintText(text: string): readonly TextFinding[] {
  const numbers = numberFindings(text);
  const phones = found('phone', text, PHONE).filter(({ from, to }) => !numbers.some((each) => from < each.to && each.from < to));
  return [...numbers, ...phones, ...found('email', text, EMAIL)].sort((a, b) => a.from - b.from);
}
