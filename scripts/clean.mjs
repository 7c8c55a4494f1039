// Forgets what was built: a deleted source leaves its old output behind, and `tsc -b` does not see it.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { packages } from './lib/workspace.mjs';

for (const { dir } of packages()) rmSync(join(dir, 'dist'), { recursive: true, force: true });
