import * as t from 'io-ts';

/** One thing wrong with a value: where in it (`data.lines.rows.3`), what was expected there and what came. */
export interface Issue {
  readonly path: string;
  readonly expected: string;
  readonly got: string;
}

/** A codec of Driftbok: decodes unknown input to A; encoding is the identity, since events are plain JSON. */
export type Codec<A> = t.Type<A, unknown>;

type Fields = Readonly<Record<string, t.Mixed>>;

type OptionalKeys<A> = { [K in keyof A]-?: undefined extends A[K] ? K : never }[keyof A];

// The compiler holds each codec against the hand-written interface: a field forgotten, added or of another type does not compile.
type RequiredFields<A> = { readonly [K in Exclude<keyof A, OptionalKeys<A>>]: Codec<A[K]> };
type OptionalFields<A> = { readonly [K in OptionalKeys<A>]-?: Codec<Exclude<A[K], undefined>> };
type OptionalArgument<A> = [OptionalKeys<A>] extends [never] ? [] : [optional: OptionalFields<A>];

/**
 * A strict object: all required keys, perhaps the optional ones, and no other, since an unknown key would be lost or would change
 * the hash. `is` is written as one plain loop: it runs on every event read, and io-ts's own builds a context per field.
 */
export function object<A>(name: string, requiredFields: RequiredFields<A>, ...rest: OptionalArgument<A>): ObjectCodec<A> {
  const required = requiredFields as Fields;
  const optional = (rest[0] ?? {}) as Fields;
  const requiredKeys = Object.keys(required);
  const optionalKeys = Object.keys(optional);
  const all: Fields = { ...required, ...optional };
  const members = new Map(Object.entries(all).map(([key, { is: test }]) => [key, { test, counts: Object.hasOwn(required, key) ? 1 : 0 }]));
  const is = (u: unknown): u is A => {
    if (typeof u !== 'object' || u === null || Array.isArray(u)) return false;
    let found = 0;
    // Without a list of the keys, which would be garbage a moment later; what a host may have put on every object is not its own.
    for (const key in u) {
      if (!Object.hasOwn(u, key)) continue;
      const member = members.get(key);
      if (member === undefined || !member.test((u as Readonly<Record<string, unknown>>)[key])) return false;
      found += member.counts;
    }
    return found === requiredKeys.length;
  };
  const validate: t.Validate<unknown, A> = (u, context) => {
    if (is(u)) return t.success(u);
    if (typeof u !== 'object' || u === null || Array.isArray(u)) return t.failure(u, context);
    const value = u as Readonly<Record<string, unknown>>;
    const errors: t.ValidationError[] = [];
    for (const key of [...requiredKeys, ...optionalKeys]) {
      const codec = all[key] as t.Mixed;
      // As JSON and `is` see it: a key that cannot be enumerated is not there.
      const own = Object.prototype.propertyIsEnumerable.call(value, key);
      if (!own && Object.hasOwn(optional, key)) continue;
      const member = own ? value[key] : undefined;
      const result = codec.validate(member, t.appendContext(context, key, codec, member));
      if (result._tag === 'Left') for (const error of result.left) errors.push(error);
    }
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(all, key)) errors.push({ value: value[key], context: t.appendContext(context, key, nothing, value[key]) });
    }
    return t.failures(errors);
  };
  return new ObjectCodec(name, is, validate, required, optional);
}

/** A strict object's codec, with its fields to look at: the event catalogue in the documentation is written from them. */
export class ObjectCodec<A> extends t.Type<A, unknown> {
  readonly required: Fields;
  readonly optional: Fields;

  constructor(name: string, is: t.Is<A>, validate: t.Validate<unknown, A>, required: Fields, optional: Fields) {
    super(name, is, validate, t.identity);
    this.required = required;
    this.optional = optional;
  }
}

const nothing: Codec<never> = new t.Type<never, unknown>('no such key', t.never.is, t.failure, (never) => never);

/** A codec from a test; its name is what an issue says was expected. */
export function refined<A>(expected: string, test: (u: unknown) => boolean): Codec<A> {
  const is = (u: unknown): u is A => test(u);
  return new t.Type(expected, is, (u, context) => (is(u) ? t.success(u) : t.failure(u, context)), t.identity);
}

/** An array, of at least `min` and at most `max` items. */
export function list<A>(item: Codec<A>, min: number, max: number): Codec<readonly A[]> {
  const name = `a list of ${min} to ${max}: ${item.name}`;
  const fits = (u: unknown): u is readonly unknown[] => Array.isArray(u) && u.length >= min && u.length <= max;
  return new t.Type(
    name,
    (u): u is readonly A[] => {
      if (!fits(u)) return false;
      for (const each of u) if (!item.is(each)) return false; // `every` would pass over holes
      return true;
    },
    (u, context) => {
      if (!fits(u)) return t.failure(u, context);
      const errors: t.ValidationError[] = [];
      for (const [index, each] of u.entries()) {
        const result = item.validate(each, t.appendContext(context, String(index), item, each));
        if (result._tag === 'Left') for (const error of result.left) errors.push(error);
      }
      return errors.length === 0 ? t.success(u as readonly A[]) : t.failures(errors);
    },
    t.identity,
  );
}

/** One of several shapes, told apart by looking at the value: so an issue speaks of the shape that was meant, not of all. */
export function choice<A>(name: string, pick: (u: unknown) => Pick<Codec<A>, 'is' | 'validate'>): Codec<A> {
  return new t.Type<A, unknown>(
    name,
    (u): u is A => pick(u).is(u),
    (u, context) => pick(u).validate(u, context),
    t.identity,
  );
}

/** The shapes of a union, each by a key that only it has. */
type ShapesOf<A> = { readonly [K in A extends unknown ? keyof A : never]?: Codec<Extract<A, Readonly<Record<K, unknown>>>> };

/** One of several objects, told apart by a key that only one of them has; where none of the keys is there, the first shape is meant. */
export function byKey<A>(name: string, shapes: ShapesOf<A>): Codec<A> {
  const all = Object.entries(shapes) as [[string, Codec<A>], ...[string, Codec<A>][]];
  return choice<A>(name, (u) => {
    const own = (key: string): boolean => typeof u === 'object' && u !== null && Object.hasOwn(u, key);
    return all.find(([key]) => own(key))?.[1] ?? all[0][1];
  });
}

/** An object as a dictionary of at most `max` entries. */
export function dictionary<A>(name: string, key: Codec<string>, value: Codec<A>, max: number): Codec<Readonly<Record<string, A>>> {
  type Entries = Readonly<Record<string, A>>;
  const expected = `${name}, at most ${max}`;
  const fits = (u: unknown): u is Readonly<Record<string, unknown>> =>
    typeof u === 'object' && u !== null && !Array.isArray(u) && Object.keys(u).length <= max;
  const is = (u: unknown): u is Entries => fits(u) && Object.entries(u).every(([entry, item]) => key.is(entry) && value.is(item));
  const validate: t.Validate<unknown, Entries> = (u, context) => {
    if (is(u)) return t.success(u);
    if (!fits(u)) return t.failure(u, context);
    const errors: t.ValidationError[] = [];
    for (const [entry, item] of Object.entries(u)) {
      if (!key.is(entry)) errors.push({ value: entry, context: t.appendContext(context, entry, key, entry) });
      const result = value.validate(item, t.appendContext(context, entry, value, item));
      if (result._tag === 'Left') for (const error of result.left) errors.push(error);
    }
    return t.failures(errors);
  };
  return new t.Type(expected, is, validate, t.identity);
}

/** One of a few fixed texts. */
export function oneOf<A extends string>(...values: readonly A[]): Codec<A> {
  const allowed = new Set<unknown>(values);
  return refined<A>(values.join(' | '), (u) => allowed.has(u));
}

// A surrogate without its other half has no UTF-8 form, so two hosts would hash it differently.
const LONE_SURROGATE = /\p{Surrogate}/u;
const CONTROL = /\p{Cc}/u;

/** Whether a text has a UTF-8 form. The engine's own test, where it has one, knows of most texts without looking. */
export const isWellFormed: (text: string) => boolean =
  'isWellFormed' in String.prototype
    ? (text) => (text as string & { readonly isWellFormed: () => boolean }).isWellFormed()
    : (text) => !LONE_SURROGATE.test(text);

/** A text of 1 to `max` characters, well-formed, without control characters. */
export function line(what: string, max: number): Codec<string> {
  return remembering(
    `${what}, 1 to ${max} characters on one line`,
    (text) => text.length > 0 && text.length <= max && isWellFormed(text) && !CONTROL.test(text),
  );
}

/** A text that fits a pattern; `expected` says it in words. */
export function pattern(expected: string, regex: RegExp): Codec<string> {
  // A copy of our own, begun anew each time: a global or sticky pattern goes on from where it was.
  const own = new RegExp(regex);
  return remembering(expected, (text) => {
    own.lastIndex = 0;
    return own.test(text);
  });
}

/** A codec of texts that does not look again at the one that it took last: streams, types and actors come in runs. */
export function remembering(expected: string, test: (text: string) => boolean): Codec<string> {
  let taken: string | undefined;
  return refined<string>(expected, (u) => {
    if (typeof u !== 'string') return false;
    if (u === taken) return true;
    if (!test(u)) return false;
    taken = u;
    return true;
  });
}

/** What is wrong, from io-ts's report: one issue a place, each with its path. */
export function issues(errors: t.Errors): readonly Issue[] {
  return errors.map(({ value, context }) => ({
    path: context
      .slice(1)
      .map(({ key }) => key)
      .join('.'),
    expected: context[context.length - 1]?.type.name ?? 'another value',
    got: shortly(value),
  }));
}

/** A value on one line, cut to 80 characters, for an error. */
export function shortly(value: unknown): string {
  if (value === undefined) return 'nothing';
  let text: string | undefined;
  try {
    text = typeof value === 'string' && value.length > 200 ? JSON.stringify(value.slice(0, 200)) : JSON.stringify(value);
  } catch {
    text = typeof value; // a cycle or a bigint has no JSON form
  }
  text ??= typeof value;
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
