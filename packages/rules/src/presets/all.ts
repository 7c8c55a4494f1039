import { exempel } from './exempel.js';
import { norrtalje } from './norrtalje.js';
import type { Preset } from './preset.js';
import { sodertalje } from './sodertalje.js';

/** The presets that come with the package. */
export const presets: readonly Preset[] = [norrtalje, sodertalje, exempel];
