import { isDay, isInstant } from '../../base/time.js';

// The forms of what a store takes, written down once more, without codecs: an oracle must not share its subject's mistakes.

type Test = (value: unknown) => boolean;
type Bag = Readonly<Record<string, unknown>>;

const matches =
  (form: RegExp): Test =>
  (value) =>
    typeof value === 'string' && form.test(value);
const whole =
  (from: number): Test =>
  (value) =>
    Number.isSafeInteger(value) && (value as number) >= from;
const isLine =
  (longest: number): Test =>
  (value) =>
    typeof value === 'string' && value.length >= 1 && value.length <= longest && !/[\p{Cc}\p{Surrogate}]/u.test(value);

const id = matches(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
const slug = matches(/^[\p{L}\d._-]{1,64}$/u);
const streamForm = matches(/^[a-z][a-z-]{0,31}(\/[\p{L}\d][\p{L}\d._-]{0,63})?$/u);
const time: Test = (value) => typeof value === 'string' && isInstant(value);

/** Whether a value is an object with these keys, perhaps those, and no others; each as its test says. */
function has(value: unknown, must: Readonly<Record<string, Test>>, may: Readonly<Record<string, Test>> = {}): value is Bag {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  if (!Object.keys(must).every((key) => keys.includes(key))) return false;
  return keys.every((key) => {
    const tests = [must, may].find((each) => Object.hasOwn(each, key));
    return tests?.[key]?.((value as Bag)[key]) === true;
  });
}

const actor: Test = (value) => has(value, { role: isLine(64), id: isLine(128) });
const source: Test = (value) =>
  has(
    value,
    { document: isLine(500), basis: matches(/^(printed|stated|inferred|assumed)$/) },
    { page: whole(1), precision: matches(/^(?!0\.00$)(0|[1-9]\d{0,13})\.\d\d$/) },
  );
const decision: Test = (value) =>
  has(
    value,
    { body: isLine(500), date: (date) => typeof date === 'string' && isDay(date) },
    { paragraph: isLine(500), registryNumber: isLine(500) },
  );
const freeText: Test = (value) => typeof value === 'string' && value.length >= 1 && value.length <= 65_536 && !/\p{Surrogate}/u.test(value);
const anything: Test = () => true;

export const isLedgerName: Test = (value) => slug(value) && matches(/^[\p{L}\d]/u)(value);

export const isDraft: Test = (value) =>
  has(
    value,
    { id, stream: streamForm, type: matches(/^[A-Z][A-Za-z0-9]{0,63}$/), schemaVersion: whole(1), recordedAt: time, actor, data: anything },
    { source, decision, cause: id, correlation: isLedgerName, text: freeText, salt: matches(/^[0-9a-f]{32}$/) },
  );

const expectation: Test = (value) => whole(0)(value) || matches(/^(empty|exists|any)$/)(value);
const byStream: Test = (value) =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(value).every(([stream, expected]) => streamForm(stream) && expectation(expected));

export const isExpected: Test = (value) => has(value, {}, { head: expectation, streams: byStream });

export const isQuery: Test = (value) =>
  has(
    value,
    {},
    {
      stream: streamForm,
      from: whole(1),
      to: (to) => whole(0)(to) || time(to),
      types: (types) => Array.isArray(types) && types.every(isLine(64)),
    },
  );

export const isRequest: Test = (value) => has(value, { id, event: id, legalBasis: isLine(500), recordedAt: time, actor }, { decision });

/** A copy by way of JSON, if nothing was lost on the way; undefined otherwise. */
export function copied(value: unknown): unknown {
  try {
    const copy: unknown = JSON.parse(JSON.stringify(value));
    return alike(value, copy) ? copy : undefined;
  } catch {
    return undefined; // a cycle, a bigint, or something that cannot be read
  }
}

function alike(one: unknown, other: unknown): boolean {
  if (typeof one === 'string') return one === other && !/\p{Surrogate}/u.test(one);
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return one === other;
  if (Array.isArray(one) !== Array.isArray(other) || (!Array.isArray(one) && Object.prototype.toString.call(one) !== '[object Object]'))
    return false;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  if (keys.length !== others.length) return false;
  return keys.every((key) => alike(key, key) && Object.hasOwn(other, key) && alike((one as Bag)[key], (other as Bag)[key]));
}
