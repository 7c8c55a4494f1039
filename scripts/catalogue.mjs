// The event catalogue in docs/events.md, written from the codecs of the last build, and the test vectors in docs/hash-vectors.md, so
// that neither can say anything else than the code does. `--check` writes nothing, and fails where a file is not what it would be.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { root } from './lib/workspace.mjs';

/**
 * What is looked at of a codec. An object has fields; a form that refers to itself is wrapped by io-ts and has a definition to run.
 * @typedef {object} Form
 * @property {string} name what an error says was expected
 * @property {(value: unknown, context: any[]) => { _tag: 'Left', left: { context: readonly { key: string, type: unknown }[] }[] } | { _tag: 'Right' }} validate
 * @property {Record<string, Form>} [required]
 * @property {Record<string, Form>} [optional]
 * @property {() => Form} [runDefinition]
 */

/** @typedef {{ type: string, family: string, about: string, schemaVersion: number, streamForm: string, codec: Form }} EventType */
/** @typedef {{ name: string, form: Form, need: string }} Field */

/** Everything after this line is written by this script; what stands before it is written by hand. */
export const marker = '<!-- From here on written by scripts/catalogue.mjs. -->';

/** @param {Form} form */
const unwrapped = (form) => form.runDefinition?.() ?? form;

/**
 * The form of a list's items, or nothing where a form is no list. A list does not show it, but its errors do: on the way to what is
 * wrong with the first of its items, that item stands second.
 * @param {Form} form
 */
function itemOf(form) {
  const result = form.validate([undefined], [{ key: '', type: form }]);
  const item = result._tag === 'Left' ? result.left[0]?.context[1] : undefined;
  return item?.key === '0' ? unwrapped(/** @type {Form} */ (item.type)) : undefined;
}

/** What a field holds, one or many of. @param {Form} form */
const heldBy = (form) => itemOf(form) ?? unwrapped(form);

/** @param {Form} form @returns {Field[]} */
function fieldsOf({ required = {}, optional = {} }) {
  return [
    ...Object.entries(required).map(([name, form]) => ({ name, form, need: 'required' })),
    ...Object.entries(optional).map(([name, form]) => ({ name, form, need: 'optional' })),
  ];
}

/**
 * The objects that fields hold, at any depth, by name.
 * @param {Form[]} forms
 * @returns {Map<string, Form>}
 */
function objectsIn(forms) {
  const found = new Map();
  const waiting = [...forms];
  for (const form of waiting) {
    for (const held of fieldsOf(form).map((field) => heldBy(field.form))) {
      if (held.required === undefined || found.has(held.name)) continue;
      found.set(held.name, held);
      waiting.push(held);
    }
  }
  return found;
}

/** @param {string} name */
const link = (name) => `[${name}](#${name.toLowerCase()})`;

// Their form is no list of fields: the page tells it in words.
const linesLink = '[lines](#amounts-and-lines)';

/** @param {Form} form @param {Map<string, Form>} objects */
function fieldTable(form, objects) {
  const rows = fieldsOf(form).map(({ name, form: field, need }) => {
    const held = heldBy(field).name;
    const expected = field.name === 'lines' ? linesLink : objects.has(held) ? field.name.replace(held, link(held)) : field.name;
    return `| \`${name}\` | ${need} | ${expected.replaceAll('|', '\\|')} |`;
  });
  return `| field | | expected |\n| --- | --- | --- |\n${rows.join('\n')}`;
}

/**
 * Types of event as Markdown: all of them in a table, then by family each with its fields, then the objects that fields hold.
 * @param {readonly EventType[]} types
 */
export function catalogueMarkdown(types) {
  const objects = objectsIn(types.map(({ codec }) => codec));
  const families = [...new Set(types.map(({ family }) => family))];
  const summary = types.map(({ type, family, about }) => `| ${link(type)} | ${family} | ${about} |`);
  const one = (/** @type {EventType} */ { type, about, streamForm, schemaVersion, codec }) =>
    `### ${type}\n\n${about} Stream: ${streamForm.includes(' ') ? streamForm : `\`${streamForm}\``}; schema version ${schemaVersion}.\n\n${fieldTable(codec, objects)}`;
  return [
    `## The ${types.length} types\n\n| type | family | what it records |\n| --- | --- | --- |\n${summary.join('\n')}`,
    ...families.map((family) => [`## Family: ${family}`, ...types.filter((type) => type.family === family).map(one)].join('\n\n')),
    ['## Objects in fields', ...[...objects.values()].map((form) => `### ${form.name}\n\n${fieldTable(form, objects)}`)].join('\n\n'),
  ].join('\n\n');
}

/**
 * @typedef {object} Vectors
 * @property {readonly { draft: { type: string }, canonical: string, hash: string, line: string }[]} events
 * @property {readonly { salt: string, text: string, hash: string }[]} texts
 */

/** The test vectors of the event form as Markdown. @param {Vectors} vectors */
export function vectorsMarkdown({ events, texts }) {
  const block = (/** @type {string} */ text) => `\`\`\`text\n${text}\n\`\`\``;
  const event = (/** @type {Vectors['events'][number]} */ { draft, canonical, hash, line }, /** @type {number} */ at) =>
    [`### ${at + 1}. ${draft.type}`, 'Canonical form:', block(canonical), 'Hash:', block(hash), 'Ledger line:', block(line)].join('\n\n');
  const text = (/** @type {Vectors['texts'][number]} */ one) =>
    ['Salt, the text as JSON, hash:', block([one.salt, JSON.stringify(one.text), one.hash].join('\n'))].join('\n\n');
  return ['## Events', ...events.map(event), '## Texts', ...texts.map(text)].join('\n\n');
}

/** A file's text with all after the marker replaced, as prettier writes it. @param {string} file @param {string} generated */
async function renewed(file, generated) {
  const [byHand = ''] = readFileSync(file, 'utf8').split(marker);
  return format(`${byHand}${marker}\n\n${generated}`, { ...(await resolveConfig(file)), filepath: file });
}

/** Writes a file of docs/ anew, or says that it is stale. @param {string} name @param {string} generated @param {boolean} check */
async function renew(name, generated, check) {
  const file = join(root, 'docs', name);
  const text = await renewed(file, generated);
  if (readFileSync(file, 'utf8') === text) return;
  if (check) {
    console.error(`docs/${name} is not what the code says: run "npm run docs:events"`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, text);
    console.log(`docs/${name}: written anew`);
  }
}

async function main() {
  const check = process.argv.includes('--check');
  const built = new URL('../packages/core/dist/index.js', import.meta.url).href;
  const { standardCatalogue } = await import(built);
  await renew('events.md', catalogueMarkdown([...standardCatalogue.values()]), check);
  const vectors = JSON.parse(readFileSync(join(root, 'packages', 'core', 'test', 'vectors.json'), 'utf8'));
  await renew('hash-vectors.md', vectorsMarkdown(vectors), check);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
