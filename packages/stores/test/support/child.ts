import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A program of this folder as one file that Node runs: a second process cannot run TypeScript, and no build stands before a test. */
export async function bundled(name: string): Promise<string> {
  const outfile = here(`../../node_modules/.cache/driftbok/${name}-${process.pid}.mjs`);
  await build({
    entryPoints: [here(`./${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@driftbok/source'],
    external: ['libsql', 'pg'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  return outfile;
}

/** A child process that says one JSON value a line. */
export interface Child {
  readonly process: ChildProcess;
  /** Every value said so far. */
  readonly said: readonly unknown[];
  readonly ended: Promise<number | null>;
}

export function start(program: string, asked: unknown, onSaid: (value: unknown) => void = () => {}): Child {
  const child = spawn(process.execPath, [program, JSON.stringify(asked)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: unknown[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const value: unknown = JSON.parse(line);
    said.push(value);
    onSaid(value);
  });
  const closed = new Promise<void>((resolve) => lines.once('close', () => resolve()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code))).then(async (code) => {
    await closed;
    return code;
  });
  return { process: child, said, ended };
}
