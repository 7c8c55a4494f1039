import { isLeft } from '@driftbok/core';
import { parseCommand } from './args.js';
import type { Command } from './command.js';
import { commands } from './commands/all.js';
import { describe } from './describe.js';
import type { Failure } from './failure.js';
import { exitCodeOf, usage } from './failure.js';
import { commandHelp, programHelp } from './help.js';
import type { Io } from './io.js';
import { nearest } from './nearest.js';
import { withoutPasswords } from './passwords.js';

/**
 * Runs a command line: what stands after `driftbok`. Gives the exit code: 0 done; 1 something was refused, or `check` found errors;
 * 2 wrong usage or unreadable input. Standard output gets the command's own output and nothing else.
 *
 * @example
 * ```ts
 * import { run } from '@driftbok/cli';
 * const said: string[] = [];
 * const nowhere = async () => undefined;
 * const nothing = async () => ({ _tag: 'Left', left: { _tag: 'Unavailable', operation: 'open', got: 'no store' } }) as const;
 * const io = {
 *   program: 'driftbok',
 *   out: async (text: string) => void said.push(text),
 *   err: (text: string) => void said.push(text),
 *   read: async function* () {},
 *   stamp: nowhere,
 *   replace: async () => false,
 *   stores: { open: nothing, backup: nothing, migrate: nothing },
 *   setting: () => undefined,
 *   hash: () => '',
 *   clock: () => '2025-08-28T16:00:00.000Z',
 *   newId: () => '01900000-0000-7000-8000-000000000001',
 *   version: '1.2.3',
 * };
 * await run(['--version'], io) // => 0
 * said // => ['1.2.3\n']
 * ```
 */
export async function run(argv: readonly string[], io: Io): Promise<0 | 1 | 2> {
  const [name, ...rest] = argv;
  if (name === '--version') {
    await io.out(`${io.version}\n`);
    return 0;
  }
  if (name === '--help' || name === '-h') {
    await io.out(programHelp(commands, io.version));
    return 0;
  }
  const command = commands.find((each) => each.name === name);
  return command === undefined ? refused(io, '', [unknownCommand(name)]) : runCommand(command, rest, io);
}

async function runCommand(command: Command, args: readonly string[], io: Io): Promise<0 | 1 | 2> {
  const parsed = parseCommand(args, command, io.setting);
  if (isLeft(parsed)) return refused(io, ` ${command.name}`, [parsed.left]);
  if (parsed.right.help) {
    await io.out(commandHelp(command));
    return 0;
  }
  const done = await command.run(parsed.right.given, io);
  return isLeft(done) ? refused(io, ` ${command.name}`, done.left) : done.right;
}

function unknownCommand(name: string | undefined): Failure {
  const names = commands.map((each) => each.name);
  return usage(name?.startsWith('-') === true ? 'option' : 'command', names.join(' | '), name ?? '', nearest(name ?? '', names));
}

/** Says what is wrong. The worst of several failures gives the exit code: unreadable input says nothing about what it holds. */
function refused(io: Io, command: string, failures: readonly Failure[]): 1 | 2 {
  for (const failure of failures) {
    io.err(`${withoutPasswords(`${failure._tag === 'UsageError' ? `driftbok${command}: ` : ''}${describe(failure)}`)}\n`);
  }
  if (failures.some(({ _tag }) => _tag === 'UsageError')) io.err(`See: ${io.program}${command} --help\n`);
  return failures.some((failure) => exitCodeOf(failure) === 2) ? 2 : 1;
}
