import { parseArgs } from 'node:util';
import { isLeft, left, right } from '@driftbok/core';
import type { Either } from '@driftbok/core';
import type { Command, Given, Options, Positional } from './command.js';
import type { UsageError } from './failure.js';
import { usage } from './failure.js';
import { nearest } from './nearest.js';

/** What a command line asks of a command: its help, or to run. */
export type Parsed = { readonly help: true } | { readonly help: false; readonly given: Given };

/**
 * Reads what stands after a command's name. Node's own strict mode words its errors by itself and stops at what it does not know; here
 * the tokens are judged one by one.
 *
 * Left: `UsageError`.
 */
export function parseCommand(
  args: readonly string[],
  { options, positionals }: Command,
  setting: (name: string) => string | undefined,
): Either<UsageError, Parsed> {
  const values = new Map<string, string>();
  const words: string[] = [];
  for (const token of tokensOf(args, options)) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      words.push(token.value);
      continue;
    }
    if (token.name === 'help') return right({ help: true });
    const value = optionValue(token, options, values);
    if (isLeft(value)) return value;
    values.set(token.name, value.right);
  }
  for (const [name, { otherwise }] of Object.entries(options)) {
    // A variable that is set to nothing is how shells unset one for a command.
    if (otherwise !== undefined && !values.has(name)) values.set(name, setting(otherwise.setting) || otherwise.value);
  }
  const wrong = missingOption(options, values) ?? wrongPositionals(positionals, words);
  if (wrong !== undefined) return left(wrong);
  return right({
    help: false,
    given: { positionals: words, value: (name) => values.get(name), required: (name) => values.get(name) ?? '' },
  });
}

const tokensOf = (args: readonly string[], options: Options) => {
  const known = Object.entries(options).map(([name, { value }]) => [name, { type: value === undefined ? 'boolean' : 'string' }] as const);
  const config = { ...Object.fromEntries(known), help: { type: 'boolean', short: 'h' } } as const;
  return parseArgs({ args: [...args], options: config, strict: false, allowPositionals: true, tokens: true }).tokens;
};

type OptionToken = Extract<ReturnType<typeof tokensOf>[number], { readonly kind: 'option' }>;

/** The value of an option, checked; the empty text for a switch. */
function optionValue(token: OptionToken, options: Options, given: ReadonlyMap<string, string>): Either<UsageError, string> {
  const { name, rawName, value, inlineValue } = token;
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined) {
    const near = nearest(name, [...Object.keys(options), 'help']);
    return left(usage('option', 'one of this command', rawName, near === undefined ? undefined : `--${near}`));
  }
  if (given.has(name)) return left(usage(rawName, 'to be given once', value === undefined ? 'it twice' : `${value} as well`));
  if (option.value === undefined) return value === undefined ? right('') : left(usage(rawName, 'no value', value));
  // What looks like the next option is one, and the value was forgotten; "--name=-value" says that it is meant.
  if (value === undefined || value === '' || (!inlineValue && value.startsWith('-'))) {
    return left(usage(rawName, `a value, ${option.value}`, inlineValue === true ? '' : (value ?? '')));
  }
  const { choices } = option;
  if (choices !== undefined && !choices.includes(value)) return left(usage(rawName, choices.join(' | '), value, nearest(value, choices)));
  return right(value);
}

function missingOption(options: Options, given: ReadonlyMap<string, string>): UsageError | undefined {
  const missing = Object.entries(options).find(([name, { required }]) => required === true && !given.has(name));
  return missing === undefined ? undefined : usage(`--${missing[0]}`, missing[1].value ?? 'it', 'nothing');
}

function wrongPositionals(positionals: readonly Positional[], words: readonly string[]): UsageError | undefined {
  const missing = positionals[words.length];
  if (missing !== undefined) return usage(`<${missing.name}>`, missing.about, 'nothing');
  const extra = positionals.at(-1)?.many === true ? undefined : words[positionals.length];
  return extra === undefined
    ? undefined
    : usage('argument', positionals.length === 0 ? 'none' : `no more after <${positionals.at(-1)?.name}>`, extra);
}
