import type { Json } from '@driftbok/core';
import { isLeft, right } from '@driftbok/core';
import type { Preset, SpecTemplate } from '@driftbok/rules';
import { norrtalje, presets, specTemplateOfJson, templateOf } from '@driftbok/rules';
import { missingFile } from './disk.js';
import type { Attempt, Failure } from './failure.js';
import { failed, reasonOf, usage } from './failure.js';
import type { Io } from './io.js';
import { nearest } from './nearest.js';
import { textOf } from './text-file.js';

/** A table's specification with the preset that it is printed by. */
export interface SpecSource {
  readonly template: SpecTemplate;
  readonly preset: Preset;
}

/** The names of the specifications that come with the presets. */
export const specNames: readonly string[] = presets.flatMap(({ templates }) => templates.map(({ id }) => id));

/** Finds a specification by its name in a preset, or reads it from a JSON file: what holds a "/" or ends in .json is a path. */
export async function findSpec(io: Io, given: string): Promise<Attempt<SpecSource>> {
  if (given.includes('/') || given.endsWith('.json')) return readSpec(io, given);
  for (const preset of presets) {
    const template = templateOf(preset, given);
    if (template !== undefined) return right({ template, preset });
  }
  return failed(usage('<spec>', `${specNames.join(' | ')}, or the path of a .json file`, given, nearest(given, specNames)));
}

async function readSpec(io: Io, file: string): Promise<Attempt<SpecSource>> {
  const unreadable = (reason: string): Attempt<never> => failed({ _tag: 'DiskError', operation: 'read', file, reason });
  const missing = await missingFile(io, file);
  if (missing !== undefined) return missing;
  let json: Json;
  try {
    json = JSON.parse(await textOf(io.read(file))) as Json;
  } catch (error) {
    return unreadable(reasonOf(error));
  }
  const template = specTemplateOfJson(json);
  if (isLeft(template)) return failed(...template.left.issues.map((issue): Failure => ({ _tag: 'SpecInFile', file, issue })));
  // A file says what the rows and columns are, not how they are printed.
  return right({ template: template.right, preset: norrtalje });
}
