import type { Attempt } from './failure.js';
import type { Io } from './io.js';

/** An option of a command. Without `value` it is a switch. */
export interface Option {
  /** The placeholder of its value in the help: `<YYYY-MM>`. */
  readonly value?: string;
  readonly about: string;
  readonly choices?: readonly string[];
  readonly required?: true;
  /** What holds where it is left out: the value of an environment variable, or else a fixed one. */
  readonly otherwise?: { readonly setting: string; readonly value: string };
}

export type Options = Readonly<Record<string, Option>>;

/** An argument without a name of its own, by its place. The last may be `many`: one or more. */
export interface Positional {
  readonly name: string;
  readonly about: string;
  readonly many?: true;
}

/** A command line that works, with what it shows. A test runs each of them. */
export interface Example {
  readonly about: string;
  readonly line: string;
}

/** What was given on the command line, held against a command's options and arguments. */
export interface Given<Name extends string = string> {
  readonly positionals: readonly string[];
  /** An option's value; undefined where it was not given. */
  readonly value: (name: Name) => string | undefined;
  /** The value of an option that has to be given. */
  readonly required: (name: Name) => string;
}

/** How a command ended that did what it was asked to do: 1 where it found errors. */
export type Exit = 0 | 1;

/** One command of the program. */
export interface Command {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** What there is to know, a paragraph an item. */
  readonly about: readonly string[];
  readonly positionals: readonly Positional[];
  readonly options: Options;
  readonly examples: readonly Example[];
  readonly run: (given: Given, io: Io) => Promise<Attempt<Exit>>;
}

/** A command with its option names known to the compiler inside `run`, and forgotten outside. */
export function command<const O extends Options>(
  parts: Omit<Command, 'options' | 'run'> & {
    readonly options: O;
    readonly run: (given: Given<keyof O & string>, io: Io) => Promise<Attempt<Exit>>;
  },
): Command {
  return parts;
}
