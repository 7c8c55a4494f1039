import type { Codec } from '@driftbok/core';
import { left, ObjectCodec, right } from '@driftbok/core';

// The core keeps io-ts behind its combinators, and so do we: the parts of a codec are named by way of the core's own type, and
// ObjectCodec is the one constructor it exports. Choices and records are what the core's combinators do not cover.
type Validate<A> = Codec<A>['validate'];
type Context = Parameters<Validate<unknown>>[1];
type Failures = Extract<ReturnType<Validate<unknown>>, { readonly _tag: 'Left' }>['left'];
type Reader<A> = Pick<Codec<A>, 'is' | 'validate'>;

/** One of several shapes, told apart by looking at the value: so an issue speaks of the shape that was meant, not of all. */
export function choice<A>(name: string, pick: (u: unknown) => Reader<A>): Codec<A> {
  return new ObjectCodec<A>(
    name,
    (u): u is A => pick(u).is(u),
    (u, context) => pick(u).validate(u, context),
    {},
    {},
  );
}

/** Whether a value is an object with one of these keys. */
export const hasKey = (u: unknown, ...keys: readonly string[]): boolean =>
  typeof u === 'object' && u !== null && keys.some((key) => Object.hasOwn(u, key));

const appended = (context: Context, key: string, type: Context[number]['type'], actual: unknown): Context => [
  ...context,
  { key, type, actual },
];

/** An object as a dictionary of at most `max` entries. */
export function record<A>(name: string, key: Codec<string>, value: Codec<A>, max: number): Codec<Readonly<Record<string, A>>> {
  type Dictionary = Readonly<Record<string, A>>;
  const fits = (u: unknown): u is Readonly<Record<string, unknown>> =>
    typeof u === 'object' && u !== null && !Array.isArray(u) && Object.keys(u).length <= max;
  const is = (u: unknown): u is Dictionary => fits(u) && Object.entries(u).every(([name_, item]) => key.is(name_) && value.is(item));
  const validate: Validate<Dictionary> = (u, context) => {
    if (is(u)) return right(u);
    if (!fits(u)) return left([{ value: u, context }]);
    const failures: Failures = [];
    for (const [name_, item] of Object.entries(u)) {
      if (!key.is(name_)) failures.push({ value: name_, context: appended(context, name_, key, name_) });
      const result = value.validate(item, appended(context, name_, value, item));
      if (result._tag === 'Left') failures.push(...result.left);
    }
    return left(failures);
  };
  return new ObjectCodec<Dictionary>(`${name}, at most ${max}`, is, validate, {}, {});
}
