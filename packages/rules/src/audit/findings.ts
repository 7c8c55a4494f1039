import type { Blame } from './blamed.js';
import type { Cause, Guess } from './cause.js';
import { reachOf } from './conflict.js';
import type { AuditFinding, FindingCode } from './finding.js';
import { kronorOf, unitsOf } from './finding.js';
import type { Identity, Model, Owner } from './model.js';
import { missOf } from './oracle.js';
import { areSwapped, oneTotalRow } from './rank.js';
import type { Tell } from './tell.js';
import { printedAs } from './tell.js';

/** Notes on identities that printed figures miss although exact ones hold: rounding, and never to be mended. */
export function roundingNotes(model: Model, blames: readonly Blame[], tell: Tell): readonly AuditFinding[] {
  const broken = new Set(
    blames.flatMap(({ conflicts }) => conflicts.flatMap(({ identities }) => identities.map(([identity]) => identity))),
  );
  return model.identities.flatMap((identity, index) => {
    const total = model.owners.get(identity.about);
    const miss = missOf(model, index);
    const shown = identity.terms.every(([variable]) => model.variables[variable]?.owner !== undefined);
    if (identity.kind === 'ratio' || miss === 0n || broken.has(index) || !shown || total === undefined) return [];
    // What is only said to be below or above is no figure that could be missed.
    if (!Number.isFinite(total.figure.high - total.figure.low)) return [];
    const { low, high } = reachOf(
      model,
      identity.terms.map(([variable, c]) => [variable, BigInt(c)] as const),
      () => false,
    );
    if ((low ?? 0n) > 0n || (high ?? 0n) < 0n) return [];
    const own = BigInt(Math.abs(identity.terms.find(([variable]) => variable === total.variable)?.[1] ?? 1));
    const size = Number((miss < 0n ? -miss : miss) / own);
    if (size === 0) return [];
    const by = unitsOf(total.measure, size);
    return [
      {
        code: 'rounding',
        severity: 'note',
        where: [total.id],
        alternatives: [],
        by,
        message: tell('rounding', { cell: total.id, by: kronorOf(total.measure, size) }),
      },
    ];
  });
}

/** A blame as a finding; blames of the same total in several columns, which a row explains, as one. */
export function blameFindings(model: Model, blames: readonly Blame[], tell: Tell): readonly AuditFinding[] {
  const found: AuditFinding[] = [];
  const merged = new Set<Blame>();
  for (const one of blames) {
    if (merged.has(one)) continue;
    const alike = totalRow(model, one);
    const group = alike === undefined ? [one] : blames.filter((other) => !merged.has(other) && totalRow(model, other) === alike);
    for (const each of group) merged.add(each);
    found.push(group.length > 1 ? rowFinding(model, group, tell) : single(model, one, tell));
  }
  return found;
}

/** The total row whose sum alone makes a blame's conflicts: `table/row`. */
function totalRow(model: Model, { conflicts }: Blame): string | undefined {
  const rows = new Set<string | undefined>();
  for (const { identities } of conflicts) {
    const sums = identities.flatMap(([index]) => (model.identities[index]?.kind === 'sum' ? [model.identities[index]] : []));
    const abouts = new Set(sums.map((identity: Identity) => identity.about.split('/').slice(0, 2).join('/')));
    rows.add(identities.length === 1 && abouts.size === 1 ? [...abouts][0] : undefined);
  }
  return rows.size === 1 ? [...rows][0] : undefined;
}

function rowFinding(model: Model, group: readonly Blame[], tell: Tell): AuditFinding {
  const sets = group.map(
    (one) => one.sets.find(({ owners }) => owners.length === 1 && isTotal(model, one, owners[0] ?? '')) ?? one.sets[0],
  );
  const owners = sets.flatMap((set) => set?.owners ?? []);
  const first = model.owners.get(owners[0] ?? '');
  const sizes = sets.map((set) => sizeOf(model, set?.owners ?? [], set?.guesses ?? []));
  const by = first === undefined ? '' : unitsOf(first.measure, Math.max(...sizes));
  return {
    code: 'missing-row',
    severity: 'error',
    where: owners,
    alternatives: rowsInstead(model, group, owners),
    by,
    message: tell(rowSentence(sets.flatMap((set) => set?.guesses ?? [])), { cell: shortList(owners, tell), by }) + cutIn(group, tell),
  };
}

/** The other rows that could be wrong in all of the columns: each column is explained by one of its cells, whatever the others'. */
function rowsInstead(model: Model, group: readonly Blame[], likeliest: readonly string[]): readonly (readonly string[])[] {
  const rowOf = (id: string): string => id.split('/').slice(0, 2).join('/');
  const alone = group.map(({ sets }) => sets.flatMap(({ owners: [first = '', ...others] }) => (others.length === 0 ? [first] : [])));
  const rows = [...new Set(alone.flat().map(rowOf))];
  return rows.flatMap((row) => {
    const cells = alone.flatMap((ids) => ids.find((id) => rowOf(id) === row) ?? []);
    return cells.length === group.length && cells.some((id) => !likeliest.includes(id)) ? [cells] : [];
  });
}

/** A message names so many places; all of them stand in the finding's `where`. */
const maxNamed = 5;

const shortList = (places: readonly string[], tell: Tell): string =>
  places.length <= maxNamed
    ? places.join(', ')
    : `${places.slice(0, maxNamed).join(', ')} ${tell('more', { count: String(places.length - maxNamed) })}`;

const rowSentence = (guesses: readonly (Guess | undefined)[]): 'row-outside' | 'missing-row' =>
  guesses.every((guess) => guess?.cause === 'row') ? 'row-outside' : 'missing-row';

const isTotal = (model: Model, { conflicts }: Blame, id: string): boolean =>
  conflicts.some(({ identities }) => identities.some(([index]) => model.identities[index]?.about === id));

function single(model: Model, one: Blame, tell: Tell): AuditFinding {
  const [likeliest, ...others] = one.sets;
  const owners = likeliest?.owners ?? [];
  const guesses = likeliest?.guesses ?? [];
  const cause: Cause = (owners.length === 1 ? guesses[0]?.cause : undefined) ?? 'unknown';
  const code = codeOf(model, one, cause);
  const first = model.owners.get(owners[0] ?? '');
  const size = sizeOf(model, owners, guesses);
  const by = first === undefined ? '' : unitsOf(first.measure, size);
  const should = first !== undefined && owners.length === 1 && guesses[0] !== undefined ? printedAs(first, guesses[0].steps) : '';
  const about = [...new Set(one.conflicts.flatMap(({ identities }) => identities.map(([index]) => model.identities[index]?.about ?? '')))];
  const words = {
    cell: shortList(owners, tell),
    printed: first?.text ?? '',
    should,
    by: first === undefined ? '' : kronorOf(first.measure, size),
    about: shortList(about, tell),
  };
  const swapped = likeliest !== undefined && areSwapped(model, likeliest);
  const sentence =
    code === 'missing-row' && owners.length > 1
      ? rowSentence(guesses)
      : swapped
        ? 'swapped'
        : should !== ''
          ? cause
          : owners.length === 1
            ? 'untried'
            : 'several';
  return {
    code,
    severity: 'error',
    where: owners,
    alternatives: others.map((set) => set.owners),
    by,
    message: `${tell(sentence, words)}${sentence === 'several' ? causesOf(model, owners, guesses, tell) : ''}${cutIn([one], tell)}`,
  };
}

/** What may have gone wrong with each of several cells, as far as one slip explains it. */
function causesOf(model: Model, owners: readonly string[], guesses: readonly (Guess | undefined)[], tell: Tell): string {
  const told = owners.flatMap((id, at) => {
    const [owner, guess] = [model.owners.get(id), guesses[at]];
    if (owner === undefined || guess === undefined || guess.cause === 'unknown') return [];
    return [tell(guess.cause, { cell: id, printed: owner.text, should: printedAs(owner, guess.steps) })];
  });
  return told
    .slice(0, maxNamed)
    .map((words) => `; ${words}`)
    .join('');
}

/** How many sets of cells are known beyond those that are told. */
function cutIn(group: readonly Blame[], tell: Tell): string {
  const known = group.reduce((sum, { cut }) => sum + cut.known, 0);
  if (known === 0) return '';
  const all = group.every(({ cut }) => cut.all);
  return `; ${tell(all ? 'cut' : 'cut-at-least', { count: String(known) })}`;
}

function codeOf(model: Model, { conflicts, sets }: Blame, cause: Cause): FindingCode {
  if (oneTotalRow(model, conflicts, sets[0]?.owners ?? [])) return 'missing-row';
  if (cause === 'sign' || cause === 'unit') return cause;
  const kinds = conflicts.map(({ identities }) => new Set(identities.map(([index]) => model.identities[index]?.kind)));
  if (kinds.every((each) => each.has('tie') || each.has('claim') || each.has('ratio'))) return 'contradiction';
  return cause === 'row' ? 'missing-row' : 'error';
}

/** By how much the cells are wrong at their likeliest: the largest difference between what is printed and what should be, in grains. */
function sizeOf(model: Model, owners: readonly string[], guesses: readonly ({ readonly steps: number } | undefined)[]): number {
  const sizes = owners.map((id, at) => {
    const owner: Owner | undefined = model.owners.get(id);
    const guess = guesses[at];
    return owner === undefined || guess === undefined ? 0 : Math.abs(guess.steps * owner.figure.step - owner.figure.printed);
  });
  return Math.max(0, ...sizes);
}
