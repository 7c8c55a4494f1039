import type { Issue } from '@driftbok/core';
import type { Expression, Term } from './expression.js';
import type { Measure } from './figure.js';
import { figureOf, wholeOf } from './figure.js';
import { issueAt } from './input-error.js';
import { boundsOf, productOf } from './product.js';
import type { Identity, IdentityKind, Model, Owner, Share, Variable } from './model.js';

/** A place in a table: with a variable, or blank, which counts as nothing. */
export interface Place {
  readonly id: string;
  readonly measure: Measure;
  variable: number | undefined;
  /** What is to blame where it is wrong: itself, or the first claim of the same words. */
  readonly owner?: string;
}

/** A term of a formula: a place, and how many times it is added. */
interface Placed {
  readonly place: Place | undefined;
  readonly sign: number;
}

/** Collects a model while the tables are gone through. */
export class ModelMaker {
  readonly #variables: Variable[] = [];
  readonly #identities: Identity[] = [];
  readonly #owners = new Map<string, Owner>();
  readonly #shares = new Map<string, Share>();
  readonly #places = new Map<string, Place>();
  readonly #issues: Issue[];

  readonly #instead: ReadonlyMap<string, number>;

  /** @param instead figures that stand in the place of what is printed, by who is to blame for it, in its own steps */
  constructor(issues: Issue[], instead: ReadonlyMap<string, number> = new Map()) {
    this.#issues = issues;
    this.#instead = instead;
  }

  model(): Model {
    const unknowns = [...this.#places.values()].flatMap(({ id, measure, variable }) =>
      variable === undefined || this.#variables[variable]?.owner !== undefined ? [] : [[id, { measure, variable }] as const],
    );
    return {
      variables: this.#variables,
      identities: this.#identities,
      owners: this.#owners,
      unknowns: new Map(unknowns),
      shares: this.#shares,
    };
  }

  /** @param blamed what is to blame for it, where that is not itself */
  addFigure(printedAs: Omit<Owner, 'variable'>, blamed: string = printedAs.id): Place {
    const steps = this.#instead.get(blamed);
    const { step } = printedAs.figure;
    const owner = steps === undefined ? printedAs : { ...printedAs, figure: figureOf(steps * step, step) };
    const { printed, low, high } = owner.figure;
    const variable = this.#variables.push({ owner: blamed, printed, low, high }) - 1;
    if (blamed === owner.id) this.#owners.set(owner.id, { ...owner, variable });
    return this.#place({ id: owner.id, measure: owner.measure, variable, owner: blamed });
  }

  addBlank(id: string, measure: Measure): void {
    this.#place({ id, measure, variable: undefined });
  }

  addUnknown(id: string, measure: Measure): void {
    this.#place({ id, measure, variable: this.#free() });
  }

  at(id: string): Place | undefined {
    return this.#places.get(id);
  }

  /** A place that a tie or a claim names; an issue where there is none, or nothing is printed. */
  find(id: string, where: string): Place | undefined {
    const place = this.#places.get(id);
    if (place === undefined) this.#issues.push(issueAt(where, 'a cell: table/row/column of one of the tables', id));
    return place;
  }

  /** Two places that show the same. Where one is blank, they say nothing of each other. */
  equate(kind: IdentityKind, a: Place | undefined, b: Place | undefined, where: string): void {
    if (a?.variable === undefined || b?.variable === undefined) return;
    if (this.#alike([a, b], where))
      this.#add({
        kind,
        about: a.id.startsWith('claims/') ? a.id : b.id,
        terms: [
          [a.variable, 1],
          [b.variable, -1],
        ],
      });
  }

  /** A place that is made of others. Those that are blank count as nothing, unless all are: then nothing is known. */
  make(
    kind: IdentityKind,
    place: Place | undefined,
    made: Expression | undefined,
    find: (name: string) => Place | undefined,
    where: string,
  ): void {
    if (place === undefined || made === undefined) return;
    const over = made.terms.map((term) => this.#placed(term, find, where));
    if (typeof made.by === 'object') return this.#ratio(kind, place, over, made.by, find, where);
    const shown = over.flatMap(({ place: part, sign }) => (part?.variable === undefined ? [] : [{ part, variable: part.variable, sign }]));
    if (shown.length === 0) return;
    // A blank that others make is whatever they make of it: its rows further up still have to hold.
    const blank = place.variable === undefined;
    place.variable ??= this.#free();
    // But a blank difference with a blank term says no more than that nobody worked it out.
    if (blank && kind === 'columns' && shown.length < over.length) return;
    if (!this.#alike([place, ...shown.map(({ part }) => part)], where)) return;
    const terms = [[place.variable, made.by ?? 1] as const, ...shown.map(({ variable, sign }) => [variable, -sign] as const)];
    this.#add({ kind, about: place.id, terms });
  }

  /**
   * A share, held between two lines through its base: `low · base ≤ part < high · base`, turned round where the base is below 0. What is
   * left on each side is a variable of its own, not less than nothing, that the printed share answers for.
   */
  #ratio(
    kind: IdentityKind,
    place: Place,
    over: readonly Placed[],
    by: readonly Term[],
    find: (name: string) => Place | undefined,
    where: string,
  ): void {
    const owner = this.#owners.get(place.owner ?? '');
    const below = by.map((term) => this.#placed(term, find, where));
    if (owner === undefined || [...over, ...below].some((each) => each.place?.variable === undefined)) return;
    const placed = (terms: typeof over): readonly Place[] => terms.flatMap((each) => each.place ?? []);
    const [numerator, denominator] = [placed(over), placed(below)];
    if (!this.#alike(numerator, where) || !this.#alike(denominator, where)) return;
    const [dividend, divisor] = [numerator[0]?.measure, denominator[0]?.measure];
    const whole = dividend === undefined || divisor === undefined ? undefined : wholeOf(owner.measure, dividend, divisor);
    if (whole === undefined) {
      this.#issues.push(
        issueAt(where, `a share of like figures, or a quotient in ${dividend?.family}`, `${divisor?.family}, as ${owner.measure.family}`),
      );
      return;
    }
    const sum = (terms: typeof over, value: (variable: Variable, sign: number) => number): number =>
      terms.reduce((total, { place: part, sign }) => total + sign * value(this.#variables[part?.variable ?? -1] as Variable, sign), 0);
    const low = sum(below, (variable, sign) => (sign > 0 ? variable.low : variable.high));
    const high = sum(below, (variable, sign) => (sign > 0 ? variable.high : variable.low));
    // Without a sign the base turns the lines one way or the other: nothing can be said.
    if (!(low > 0 || high < 0)) return;
    const turn = low > 0 ? 1 : -1;
    const { printed, step, low: least, high: most } = owner.figure;
    const indices = (terms: typeof over): Share['over'] => terms.map(({ place: part, sign }) => [part?.variable ?? -1, sign] as const);
    this.#shares.set(owner.id, { over: indices(over), below: indices(below), whole });
    for (const side of [1, -1] as const) {
      if (!Number.isFinite(side === 1 ? most : least)) continue;
      // 2·whole·part against (2·printed ± step)·base; a figure that a text only says it is below, or above, against that figure.
      const exact = !Number.isFinite(least) || !Number.isFinite(most);
      const bound = 2 * printed + (exact ? 0 : side * step);
      const closed = !exact && (side === 1 ? printed < 0 : printed > 0);
      const coefficients = new Map<number, number>();
      const put = (terms: typeof over, factor: number): void => {
        for (const { place: part, sign } of terms) {
          const variable = part?.variable ?? -1;
          coefficients.set(variable, (coefficients.get(variable) ?? 0) + sign * factor);
        }
      };
      put(below, side * turn * bound);
      put(over, -side * turn * 2 * whole);
      const shared = [...coefficients.values()].reduce((a, b) => gcd(a, Math.abs(b)), 0);
      const terms = [...coefficients].filter(([, c]) => c !== 0).map(([variable, c]) => [variable, c / shared] as const);
      const rest = this.#variables.push({ owner: owner.id, printed: 0, low: closed ? 0 : 1, high: Infinity }) - 1;
      this.#add({ kind: 'ratio', about: place.id, terms: [...terms, [rest, -1]] });
    }
  }

  /** A term's place: its own, or a product's, which lies between the least and the most that two printed figures make. */
  #placed({ name, sign, times = 1 }: Term, find: (name: string) => Place | undefined, where: string): Placed {
    const place = find(name);
    if (typeof times === 'number') return { place, sign: sign * times };
    const other = find(times);
    const [a, b] = [this.#variables[place?.variable ?? -1], this.#variables[other?.variable ?? -1]];
    // Nothing times anything is nothing.
    if (place === undefined || other === undefined || a === undefined || b === undefined) return { place: undefined, sign };
    const measure = productOf(place.measure, other.measure);
    if (measure === undefined) {
      this.#issues.push(issueAt(where, 'a product of an amount and a number of something', `${place.id} * ${other.id}`));
      return { place: undefined, sign };
    }
    const id = `${place.id} * ${other.id}`;
    if (a.owner === undefined || b.owner === undefined) return { place: { id, measure, variable: this.#free() }, sign };
    const variable =
      this.#variables.push({
        owner: a.owner,
        also: b.owner,
        ...boundsOf(this.#ends(place, a), this.#ends(other, b), a.printed, b.printed),
      }) - 1;
    return { place: { id, measure, variable }, sign };
  }

  /** Twice the least and the most that a figure stands for, ends included: a price may be finer than an öre. */
  #ends({ id }: Place, { low, high }: Variable): readonly [number, number] {
    const figure = this.#owners.get(id)?.figure;
    return figure === undefined ? [2 * low - 2, 2 * high + 2] : [2 * figure.printed - figure.step, 2 * figure.printed + figure.step];
  }

  #place(place: Place): Place {
    this.#places.set(place.id, place);
    return place;
  }

  #free(): number {
    return this.#variables.push({ owner: undefined, printed: 0, low: -Infinity, high: Infinity }) - 1;
  }

  #alike(places: readonly Place[], where: string): boolean {
    const [first, ...others] = places;
    const other = others.find(({ measure }) => measure.family !== first?.measure.family);
    if (other === undefined || first === undefined) return true;
    this.#issues.push(issueAt(where, `figures in ${first.measure.family}, as ${first.id}`, `${other.id} in ${other.measure.family}`));
    return false;
  }

  #add(identity: Identity): void {
    const sums = new Map<number, number>();
    for (const [variable, coefficient] of identity.terms) sums.set(variable, (sums.get(variable) ?? 0) + coefficient);
    this.#identities.push({ ...identity, terms: [...sums].filter(([, coefficient]) => coefficient !== 0) });
  }
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
