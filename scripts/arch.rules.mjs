// Which way the arrows point. `npm run arch` holds every import statement against this.

/**
 * @typedef {object} PackageRule
 * @property {string[]} on which of our packages it may import
 * @property {string[]} externals which packages of others it may import
 * @property {boolean} browserSafe whether it does without Node's modules
 * @property {Record<string, string>} [externalsOnlyFrom] where in the package one of those may be imported: the start of a path
 * @property {string[]} [layers] its folders from low to high: a file imports from its own folder and from those before it
 */

/** @type {Record<string, PackageRule>} */
export const packageRules = {
  core: {
    on: [],
    externals: ['@noble/hashes', 'decimal.js', 'fp-ts', 'immer', 'io-ts'],
    browserSafe: true,
    layers: ['base', 'events', 'record', 'journal', 'evolve', 'decide', 'replay', 'table', 'registers', 'explain', 'store', 'ledger'],
  },
  // The solver weighs more than all the rest: it stays behind the subpath ./audit.
  rules: { on: ['core'], externals: ['highs'], externalsOnlyFrom: { highs: 'src/audit' }, browserSafe: true },
  fixtures: { on: ['core', 'rules'], externals: ['fast-check'], browserSafe: true },
  exchange: { on: ['core', 'rules'], externals: [], browserSafe: true },
  stores: { on: ['core'], externals: ['libsql', 'pg'], browserSafe: false, layers: ['shared', 'sqlite', 'postgres'] },
  cli: { on: ['core', 'rules', 'fixtures', 'exchange', 'stores'], externals: [], browserSafe: false },
};

/** One idea a file: long ones hold more than one. */
export const lines = { warning: 250, error: 350 };

/** Files that hold data rather than ideas may be as long as their data. */
export const dataFolders = ['fixtures/src/norrtalje/printed/', 'fixtures/src/sodertalje/printed/'];
