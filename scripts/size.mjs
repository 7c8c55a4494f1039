// What the browser-safe packages weigh for an embedder, from the last build.
import { join } from 'node:path';
import { checkSizes } from './lib/bundle.mjs';
import { root } from './lib/workspace.mjs';

for (const line of await checkSizes(join(root, 'packages', 'cli'))) console.log(line);
