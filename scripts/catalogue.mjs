// The event catalogue in docs/events.md, written from the codecs of the last build, so that it cannot say anything else than they do.
// `--check` writes nothing, and fails where the file is not what it would be.
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
/** @typedef {{ name: string, form: Form, need: 'required' | 'optional' }} Field */

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
    ...Object.entries(required).map(([name, form]) => /** @type {Field} */ ({ name, form, need: 'required' })),
    ...Object.entries(optional).map(([name, form]) => /** @type {Field} */ ({ name, form, need: 'optional' })),
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

/** @param {Form} form @param {Map<string, Form>} objects */
function fieldTable(form, objects) {
  const rows = fieldsOf(form).map(({ name, form: field, need }) => {
    const held = heldBy(field).name;
    const expected = objects.has(held) ? field.name.replace(held, link(held)) : field.name;
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
    `### ${type}\n\n${about} Stream \`${streamForm}\`, schema version ${schemaVersion}.\n\n${fieldTable(codec, objects)}`;
  return [
    `## The ${types.length} types\n\n| type | family | what it records |\n| --- | --- | --- |\n${summary.join('\n')}`,
    ...families.map((family) => [`## Family: ${family}`, ...types.filter((type) => type.family === family).map(one)].join('\n\n')),
    ['## Objects in fields', ...[...objects.values()].map((form) => `### ${form.name}\n\n${fieldTable(form, objects)}`)].join('\n\n'),
  ].join('\n\n');
}

/** A file's text with all after the marker replaced, as prettier writes it. @param {string} file @param {string} generated */
async function renewed(file, generated) {
  const [byHand = ''] = readFileSync(file, 'utf8').split(marker);
  return format(`${byHand}${marker}\n\n${generated}`, { ...(await resolveConfig(file)), filepath: file });
}

async function main() {
  const built = new URL('../packages/core/dist/index.js', import.meta.url).href;
  const { standardCatalogue } = await import(built);
  const file = join(root, 'docs', 'events.md');
  const text = await renewed(file, catalogueMarkdown([...standardCatalogue.values()]));
  if (readFileSync(file, 'utf8') === text) return;
  if (process.argv.includes('--check')) {
    console.error('docs/events.md is not what the codecs say: run "npm run docs:events"');
    process.exitCode = 1;
  } else {
    writeFileSync(file, text);
    console.log('docs/events.md: written anew');
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
