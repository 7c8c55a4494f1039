import { exempel } from './exempel.js';
import { norrtalje } from './norrtalje.js';
import type { Preset } from './preset.js';
import { sodertalje } from './sodertalje.js';

/** The presets that come with the package. */
export const presets: readonly Preset[] = [norrtalje, sodertalje, exempel];

/**
 * The preset of a municipality, by its name; undefined where none comes with the package.
 *
 * @example
 * ```ts
 * import { presetOf } from '@driftbok/rules';
 * presetOf('Södertälje')?.reports.map(({ id }) => id) // => ['verksamhetsplan']
 * ```
 */
export const presetOf = (municipality: string): Preset | undefined => presets.find(({ label }) => label === municipality);
