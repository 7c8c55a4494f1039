/** What a scan found in a JSON text: `at` is an index into it. */
export type JsonFinding =
  | { readonly kind: 'syntax'; readonly at: number; readonly expected: string }
  | { readonly kind: 'too-deep'; readonly at: number }
  | { readonly kind: 'duplicate-key'; readonly at: number; readonly key: string };

// What may stand at a place. `first` ones stand right after an opening bracket, where it may also be closed.
type Place = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'after';

const expectedAt: Readonly<Record<Place, string>> = {
  value: 'a value',
  'first value': 'a value or "]"',
  key: 'a key in double quotes',
  'first key': 'a key in double quotes or "}"',
  colon: '":" after the key',
  after: '"," or a closing bracket',
};

/**
 * Finds in a JSON text what `JSON.parse` does not tell, or tells otherwise in each engine: where it goes wrong, and which key stands
 * twice in one object. Gives the first thing found, or nothing. Never recurses, and goes no deeper than `maxDepth`.
 */
export function scanJson(text: string, maxDepth: number): JsonFinding | undefined {
  const keys: (Set<string> | undefined)[] = []; // of the objects we are in; undefined for a list
  let place: Place = 'value';
  let at = 0;
  const syntax = (where: number, expected: string): JsonFinding => ({ kind: 'syntax', at: where, expected });
  for (;;) {
    at = afterSpace(text, at);
    if (place === 'after' && keys.length === 0) return at === text.length ? undefined : syntax(at, 'nothing after the value');
    const char = text[at] ?? '';
    const inside = keys[keys.length - 1];
    if (place === 'colon') {
      if (char !== ':') return syntax(at, expectedAt.colon);
      place = 'value';
      at++;
    } else if (
      (char === ']' && inList(keys) && place !== 'value') ||
      (char === '}' && inside !== undefined && (place === 'after' || place === 'first key'))
    ) {
      keys.pop();
      place = 'after';
      at++;
    } else if (place === 'after') {
      if (char !== ',') return syntax(at, expectedAt.after);
      place = inside === undefined ? 'value' : 'key';
      at++;
    } else if (inside !== undefined && (place === 'key' || place === 'first key')) {
      if (char !== '"') return syntax(at, expectedAt[place]);
      const end = afterString(text, at);
      if (end.fault !== undefined) return syntax(end.at, end.fault);
      const key = JSON.parse(text.slice(at, end.at)) as string;
      if (inside.has(key)) return { kind: 'duplicate-key', at, key };
      inside.add(key);
      place = 'colon';
      at = end.at;
    } else if (char === '{' || char === '[') {
      if (keys.length >= maxDepth) return { kind: 'too-deep', at };
      keys.push(char === '{' ? new Set() : undefined);
      place = char === '{' ? 'first key' : 'first value';
      at++;
    } else {
      const end = char === '"' ? afterString(text, at) : afterWord(text, at, expectedAt[place]);
      if (end.fault !== undefined) return syntax(end.at, end.fault);
      place = 'after';
      at = end.at;
    }
  }
}

const inList = (keys: readonly (Set<string> | undefined)[]): boolean => keys.length > 0 && keys[keys.length - 1] === undefined;

/** Whether a JSON text opens more than `maxDepth` brackets within each other. Right for valid JSON; for other texts, good enough to refuse. */
export function isDeeper(text: string, maxDepth: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) inString = !inString;
    else if (inString) {
      if (char === BACKSLASH) at++;
    } else if (char === OPEN_LIST || char === OPEN_OBJECT) {
      if (++depth > maxDepth) return true;
    } else if (char === CLOSE_LIST || char === CLOSE_OBJECT) depth--;
  }
  return false;
}

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const SPACE = 32;

interface End {
  readonly at: number;
  readonly fault?: string;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\n\r'.includes(text[at] ?? '')) at++;
  return at;
}

function afterString(text: string, from: number): End {
  for (let at = from + 1; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) return { at: at + 1 };
    if (char < SPACE) return { at, fault: 'no control character in a text' };
    if (char !== BACKSLASH) continue;
    const escape = text[at + 1];
    if (escape === undefined) break;
    if (escape === 'u') {
      const digits = /^[0-9a-fA-F]*/.exec(text.slice(at + 2, at + 6))?.[0].length ?? 0;
      if (digits < 4) return { at: at + 2 + digits, fault: 'four hex digits after "\\u"' };
      at += 5;
    } else if ('"\\/bfnrt'.includes(escape)) at++;
    else return { at: at + 1, fault: 'an escape that JSON knows' };
  }
  return { at: text.length, fault: 'the closing quote of a text' };
}

const WORD = /[^\s,:[\]{}"]*/y;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A number, true, false or null: up to the next character that could end it. */
function afterWord(text: string, from: number, expected: string): End {
  WORD.lastIndex = from;
  const word = WORD.exec(text)?.[0] ?? '';
  const at = from + word.length;
  if (word === 'true' || word === 'false' || word === 'null' || NUMBER.test(word)) return { at };
  // A word cut short by the end of the text is a matter of its end.
  const cut = at === text.length && (['true', 'false', 'null'].some((whole) => whole.startsWith(word)) || NUMBER.test(`${word}0`));
  return { at: cut ? at : from, fault: expected };
}
