import type { Codec, Either } from '@driftbok/core';
import { codeCodec as code, labelCodec as label, left, list, object, pattern, right } from '@driftbok/core';
import type { Undecoded } from '../codec/decode.js';
import { decodeAs } from '../codec/decode.js';
import { id } from '../codec/scalars.js';

/** What an account is in a driftredovisning: income, cost, a part of cost. The code is the one its row selects. */
export interface AccountKind {
  readonly code: string;
  readonly label: string;
  readonly parent?: string;
}

/**
 * The accounts of one kind, from and to inclusive, compared by as many digits as they have: 5010 takes 50101 as well. Both have the
 * same number of digits.
 */
export interface AccountRange {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
}

/** Which accounts are of which kind. What no range names is not known: the class digit is never taken as a hint. */
export interface ChartOfAccounts {
  readonly id: string;
  readonly label: string;
  readonly kinds: readonly AccountKind[];
  readonly accounts: readonly AccountRange[];
}

const digits: Codec<string> = pattern('an account: 1 to 10 digits', /^\d{1,10}$/);
const kind: Codec<AccountKind> = object<AccountKind>('a kind', { code, label }, { parent: code });
const range: Codec<AccountRange> = object<AccountRange>('a range of accounts', { from: digits, to: digits, kind: code });

const chartShape: Codec<ChartOfAccounts> = object<ChartOfAccounts>('ChartOfAccounts', {
  id,
  label,
  kinds: list(kind, 1, 1000),
  accounts: list(range, 1, 10_000),
});

/** A chart that is none, or that contradicts itself; `issues` say where. */
export type ChartError = Undecoded<'ChartError'>;

/** An account that has no kind. `form`: not digits; `unknown`: no range takes it; `ambiguous`: ranges of more than one kind do. */
export interface AccountError {
  readonly _tag: 'AccountError';
  readonly reason: 'form' | 'unknown' | 'ambiguous';
  readonly expected: string;
  readonly got: string;
}

/**
 * A chart of accounts from JSON. Beside its form: kinds and parents are declared, ranges run upwards, and no two overlap.
 *
 * Left: `ChartError` with an issue for each place that is wrong.
 *
 * @example
 * ```ts
 * import { isLeft } from '@driftbok/core';
 * import { chartOfJson, kommunBas } from '@driftbok/rules';
 * const read = chartOfJson({ ...kommunBas, accounts: [{ from: '3000', to: '3999', kind: 'income' }] });
 * isLeft(read) && read.left.issues.map(({ path }) => path) // => ['accounts.0.kind']
 * ```
 */
export function chartOfJson(json: unknown): Either<ChartError, ChartOfAccounts> {
  const read = decodeAs('ChartError', chartShape, json);
  if (read._tag === 'Left') return read;
  const found = contradictions(read.right);
  return found.length === 0 ? read : left({ _tag: 'ChartError', issues: found });
}

function contradictions({ kinds, accounts }: ChartOfAccounts): ChartError['issues'] {
  const codes = new Set(kinds.map((each) => each.code));
  const declared = [...codes].join(', ');
  const orphans = kinds.flatMap(({ parent }, at) =>
    parent === undefined || codes.has(parent) ? [] : [{ path: `kinds.${at}.parent`, expected: declared, got: parent }],
  );
  const strangers = accounts.flatMap((each, at) =>
    codes.has(each.kind) ? [] : [{ path: `accounts.${at}.kind`, expected: declared, got: each.kind }],
  );
  const backwards = accounts.flatMap(({ from, to }, at) =>
    from.length === to.length && from <= to
      ? []
      : [{ path: `accounts.${at}`, expected: 'from up to to, as many digits', got: `${from}-${to}` }],
  );
  const overlaps = accounts.flatMap((one, at) =>
    accounts
      .slice(0, at)
      .flatMap((other) =>
        overlap(one, other)
          ? [{ path: `accounts.${at}`, expected: `nothing of ${other.from}-${other.to}`, got: `${one.from}-${one.to}` }]
          : [],
      ),
  );
  return [...orphans, ...strangers, ...backwards, ...overlaps];
}

// Compared by the digits that both have: an account of more digits lies within one of fewer.
function overlap(a: AccountRange, b: AccountRange): boolean {
  const length = Math.min(a.from.length, b.from.length);
  const cut = (text: string): string => text.slice(0, length);
  return cut(a.from) <= cut(b.to) && cut(b.from) <= cut(a.to);
}

const takes = ({ from, to }: AccountRange, account: string): boolean => {
  const compared = account.slice(0, from.length);
  return compared.length === from.length && from <= compared && compared <= to;
};

/**
 * The kind of an account, by the chart's ranges and nothing else.
 *
 * Left: `AccountError` with reason `form`, `unknown` or `ambiguous`.
 *
 * @example
 * ```ts
 * import { bas, kindOf, kommunBas } from '@driftbok/rules';
 * kindOf(kommunBas, '5010') // => { _tag: 'Right', right: 'personalkostnader' }
 * kindOf(bas, '5010') // => { _tag: 'Right', right: 'kostnader' }
 * ```
 */
export function kindOf(chart: ChartOfAccounts, account: string): Either<AccountError, string> {
  const refuse = (reason: AccountError['reason'], expected: string): Either<AccountError, never> =>
    left({ _tag: 'AccountError', reason, expected, got: account.slice(0, 80) });
  if (!digits.is(account)) return refuse('form', digits.name);
  const [first, ...others] = new Set(chart.accounts.filter((each) => takes(each, account)).map((each) => each.kind));
  if (first === undefined) return refuse('unknown', `an account that ${chart.label} names`);
  return others.length === 0 ? right(first) : refuse('ambiguous', 'one kind');
}
