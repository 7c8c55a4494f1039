import { importsOf } from './imports.mjs';

/** @typedef {import('./imports.mjs').SourceFile} SourceFile */
/** @typedef {import('./imports.mjs').Import} Import */
/** @typedef {import('../arch.rules.mjs').PackageRule} PackageRule */
/** @typedef {{ severity: 'error' | 'warning', where: string, message: string }} Finding */

/**
 * Where the sources go against the rules.
 * @param {SourceFile[]} files
 * @param {Record<string, PackageRule>} rules
 * @returns {Finding[]}
 */
export function checkImports(files, rules) {
  const imports = files.flatMap(importsOf);
  return [...imports.flatMap((one) => wrongArrow(one, rules)), ...circles(imports)];
}

/** @param {Import} one @param {Record<string, PackageRule>} rules @returns {Finding[]} */
function wrongArrow({ from, specifier, target }, rules) {
  const name = packageOf(from.path);
  const rule = rules[name];
  if (rule === undefined) return [finding(from.path, `package ${name} has no rule in scripts/arch.rules.mjs`)];
  /** @param {string} message */
  const wrong = (message) => [finding(from.path, `imports ${specifier}: ${message}`)];
  if (target.kind === 'file' && packageOf(target.path) !== name) return wrong("another package's files are closed, import it by name");
  // What a test or a script needs is no arrow of the package.
  if (!from.path.startsWith(`${name}/src/`)) return [];
  switch (target.kind) {
    case 'node':
      return rule.browserSafe ? wrong(`${name} has to run in a browser`) : [];
    case 'external':
      if (!rule.externals.includes(target.name)) return wrong(`${name} may not depend on ${target.name}`);
      return from.path.startsWith(`${name}/${rule.externalsOnlyFrom?.[target.name] ?? ''}`)
        ? []
        : wrong(`only ${rule.externalsOnlyFrom?.[target.name]} may import it`);
    case 'ours':
      return rule.on.includes(target.name) ? [] : wrong(`${name} may only import ${rule.on.join(', ') || 'none of our packages'}`);
    case 'file':
      return rule.layers === undefined ? [] : wrongLayer(from.path, target.path, rule.layers);
  }
}

/** @param {string} from @param {string} to @param {string[]} layers @returns {Finding[]} */
function wrongLayer(from, to, layers) {
  const [low, high] = [heightOf(to, layers), heightOf(from, layers)];
  if (high === -1) return [finding(from, `its folder has no layer in scripts/arch.rules.mjs`)];
  return low > high ? [finding(from, `imports ${to}, which lies higher`)] : [];
}

/** Files outside all folders, such as index.ts, stand on top. @param {string} path @param {string[]} layers */
function heightOf(path, layers) {
  const [, , folder = '', ...rest] = path.split('/');
  return rest.length === 0 ? layers.length : layers.indexOf(folder);
}

/**
 * Each circle once, as the files on the way round: a depth-first walk meets a file that it has not left yet.
 * @param {Import[]} imports
 * @returns {Finding[]}
 */
function circles(imports) {
  /** @type {Map<string, string[]>} */
  const next = new Map();
  for (const { from, target } of imports) {
    if (target.kind === 'file') next.set(from.path, [...(next.get(from.path) ?? []), target.path]);
  }
  /** @type {Finding[]} */
  const found = [];
  const left = new Set();
  /** @param {string} path @param {string[]} way */
  const walk = (path, way) => {
    const start = way.indexOf(path);
    if (start >= 0) found.push(finding(path, `circle: ${[...way.slice(start), path].join(' → ')}`));
    if (start >= 0 || left.has(path)) return;
    for (const to of next.get(path) ?? []) walk(to, [...way, path]);
    left.add(path);
  };
  for (const path of next.keys()) walk(path, []);
  return found;
}

/**
 * @param {SourceFile[]} files
 * @param {{ warning: number, error: number }} limits
 * @returns {Finding[]}
 */
export function checkLengths(files, limits) {
  return files.flatMap(({ path, text }) => {
    const count = text.split('\n').length - 1;
    if (count <= limits.warning) return [];
    return [finding(path, `${count} lines: one idea a file`, count > limits.error ? 'error' : 'warning')];
  });
}

/** @param {string} path */
function packageOf(path) {
  return path.split('/')[0] ?? '';
}

/** @param {string} where @param {string} message @param {Finding['severity']} severity @returns {Finding} */
function finding(where, message, severity = 'error') {
  return { severity, where, message };
}
