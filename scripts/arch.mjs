// Arrows between packages and between core's folders point down, no circles between files, no file too long.
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { dataFolders, lines, packageRules } from './arch.rules.mjs';
import { checkImports, checkLengths } from './lib/architecture.mjs';
import { filesUnder, packages, root } from './lib/workspace.mjs';

const files = packages()
  .flatMap(({ dir }) => [...filesUnder(join(dir, 'src'), '.ts'), ...filesUnder(join(dir, 'test'), '.ts')])
  .map((file) => ({
    path: relative(join(root, 'packages'), file).split(sep).join('/'),
    text: readFileSync(file, 'utf8'),
  }));
const ideas = files.filter(({ path }) => path.includes('/src/') && !dataFolders.some((folder) => path.startsWith(folder)));

const findings = [...checkImports(files, packageRules), ...checkLengths(ideas, lines)];
for (const { severity, where, message } of findings) console.log(`${severity}: packages/${where} ${message}`);

const errors = findings.filter(({ severity }) => severity === 'error').length;
console.log(`arch: ${files.length} files, ${errors} errors, ${findings.length - errors} warnings`);
process.exitCode = errors > 0 ? 1 : 0;
