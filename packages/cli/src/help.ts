import type { Command, Positional } from './command.js';
import { ledger } from './options.js';

const width = 100;

/** The help of the whole program. */
export function programHelp(commands: readonly Command[], version: string): string {
  return sections([
    [`driftbok ${version}: an event-sourced ledger for Swedish municipal budget follow-up`],
    ['Usage: driftbok <command> [options]'],
    ['Commands', ...list(commands.map(({ name, summary }) => [name, summary]))],
    [
      'Options',
      ...list([
        ['--help', 'this text; after a command, its own'],
        ['--version', 'the version'],
        ['--ledger', ledger.about],
      ]),
    ],
    [
      'Exit codes',
      ...list([
        ['0', 'done'],
        ['1', 'something was refused, or check found errors'],
        ['2', 'wrong usage, or unreadable input'],
      ]),
    ],
    ['Examples', ...commands.flatMap(({ examples }) => examples.slice(0, 1).map(({ line }) => `  ${line}`))],
  ]);
}

/** The help of one command. */
export function commandHelp({ name, summary, about, positionals, options, examples }: Command): string {
  const required = Object.entries(options).filter(([, option]) => option.required === true);
  const optional = Object.keys(options).length > required.length;
  const usage = [
    `driftbok ${name}`,
    ...positionals.map(place),
    ...required.map(([option, { value = '' }]) => `--${option} ${placeholder(value)}`),
    ...(optional ? ['[options]'] : []),
  ];
  return sections([
    [`driftbok ${name}: ${summary}`],
    [`Usage: ${usage.join(' ')}`],
    ...about.map((paragraph) => wrapped(paragraph, '')),
    positionals.length === 0 ? [] : ['Arguments', ...list(positionals.map((each) => [place(each), each.about]))],
    ['Options', ...optionList(options), ...list([['--help', 'this text']])],
    ['Examples', ...examples.flatMap((example) => [...wrapped(`${example.about}:`, '  '), `    ${example.line}`])],
  ]);
}

const place = ({ name, many }: Positional): string => (many === true ? `<${name}> ...` : `<${name}>`);

/** A value with choices stands in brackets where it is named in a line. */
const placeholder = (value: string): string => (value.includes(' ') ? `(${value})` : value);

const optionList = (options: Command['options']): readonly string[] =>
  Object.entries(options).flatMap(([name, { value, about, required }]) => [
    `  --${name}${value === undefined ? '' : ` ${value}`}${required === true ? '   (required)' : ''}`,
    ...wrapped(about, '      '),
  ]);

function list(items: readonly (readonly [string, string])[]): readonly string[] {
  const column = Math.max(...items.map(([name]) => name.length)) + 4;
  return items.flatMap(([name, about]) => {
    const [first = '', ...rest] = wrapped(about, ' '.repeat(column));
    return [`  ${name}`.padEnd(column) + first.trimStart(), ...rest];
  });
}

function wrapped(text: string, indent: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, indent + line];
}

const sections = (parts: readonly (readonly string[])[]): string =>
  `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
