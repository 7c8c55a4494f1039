// What the documentation shows is what comes out. A "console" block is run: after each "$ npm run -s driftbok -- …" or "$ npm start"
// stands what it prints; a last line "…" stands for the rest of it. A "ts" block stands in an example, which is run by its own test.
// `UPDATE_DOCS=1 npx vitest run docs.test` writes what is printed now.
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesUnder, root } from '../lib/workspace.mjs';

// The sources, not the last build: named in variables, since the compiler takes no ".ts" from a script.
const [program, host] = ['../../packages/cli/src/run.ts', '../../packages/cli/src/node-io.ts'];
const { run } = await import(program);
const { nodeIo } = await import(host);

const documents = [join(root, 'README.md'), ...filesUnder(join(root, 'docs'), '.md')].map((file) => ({
  file,
  name: relative(root, file),
  text: readFileSync(file, 'utf8'),
}));
const examples = filesUnder(join(root, 'examples'), '.ts')
  .filter((file) => !file.includes('node_modules'))
  .map((file) => plain(readFileSync(file, 'utf8')));

const update = process.env['UPDATE_DOCS'] === '1';

/** @param {string} text @param {string} language */
const blocks = (text, language) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, body = '']) => body);

/** A text without the white space at its lines' beginnings: a block may be cut out of a function. @param {string} text */
function plain(text) {
  return text.replace(/^[ \t]+/gm, '').trim();
}

/** What the program prints, errors too, in order. @param {string} command */
async function printed(command) {
  let all = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      all += String(chunk);
      done();
    },
  });
  const words = command === '$ npm start' ? ['demo'] : wordsOf(command.replace('$ npm run -s driftbok -- ', ''));
  const env = { npm_package_name: 'driftbok-monorepo' };
  await run(words, nodeIo({ stdout: stream, stderr: stream, env, exit: () => {} }));
  return all;
}

/** @param {string} line */
const wordsOf = (line) => [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '');

/** A block with what is printed now after each of its commands. @param {string} block */
async function renewed(block) {
  let out = '';
  for (const [part] of block.matchAll(/^\$ .*\n(?:(?!\$ ).*\n)*/gm)) {
    const [command = '', ...shown] = part.trimEnd().split('\n');
    const output = (await printed(command)).trimEnd();
    const lines = output === '' ? [] : output.split('\n');
    const kept = shown.at(-1) === '…' ? [...lines.slice(0, shown.length - 1), '…'] : lines;
    out += [command, ...kept.map((line) => line.trimEnd()), ''].join('\n');
  }
  return out;
}

describe.each(documents.filter(({ text }) => blocks(text, 'console').length > 0))('$name', ({ file, text }) => {
  const before = process.cwd();
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'driftbok-docs-'));
    symlinkSync(join(root, 'docs'), join(folder, 'docs'));
    process.chdir(folder);
  });
  afterEach(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  });

  // A document runs up to a dozen commands, each of which opens its ledger anew.
  it('shows what is printed', { timeout: 60_000 }, async () => {
    let now = text;
    for (const block of blocks(text, 'console')) {
      const fresh = await renewed(block);
      now = now.replace(block, () => fresh);
    }
    if (update) writeFileSync(file, now);
    else expect(now).toBe(text);
  });
});

describe.each(documents.filter(({ text }) => blocks(text, 'ts').length > 0))('$name', ({ text }) => {
  it.each(blocks(text, 'ts').map((block) => [block.split('\n')[0], block]))('shows code of an example: %s', (_, block) => {
    expect(examples.some((source) => source.includes(plain(block)))).toBe(true);
  });
});

describe('links', () => {
  it.each(documents.map(({ name, text, file }) => [name, text, file]))('of %s lead to files that are there', (_, text, file) => {
    const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target = '']) => target);
    const missing = targets.filter((target) => {
      try {
        readFileSync(join(file, '..', target));
        return false;
      } catch (error) {
        return !(error instanceof Error && 'code' in error && error.code === 'EISDIR');
      }
    });
    expect(missing).toEqual([]);
  });
});
