import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/**
 * All of a package, bundled for a browser as an embedder would. esbuild refuses Node's modules here, so a bundle that comes out
 * has none.
 * @param {string} name
 * @param {string} resolveDir a folder from which the package is found by name
 */
async function browserBundle(name, resolveDir) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export * from '${name}';`, resolveDir },
    bundle: true,
    minify: true,
    metafile: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'silent',
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  return { gzipBytes: gzipSync(code).length, inputs: Object.keys(metafile.inputs) };
}

/** The largest bundles that are let through, min+gzip. Raised only with a reason in the commit that does. */
// Of core, some 24 kB are its dependencies, and some 12 what has a life (actions, assignments, goals, drivers); the rest is tables,
// explanations and the memory store. An embedder's bundler drops what it does not use.
const sizeLimitsKb = { '@driftbok/core': 80 };

/**
 * What each limited bundle weighs; throws where one is over its limit or takes the CommonJS half of fp-ts into a browser.
 * @param {string} resolveDir
 */
export async function checkSizes(resolveDir) {
  const report = [];
  for (const [name, limitKb] of Object.entries(sizeLimitsKb)) {
    const { gzipBytes, inputs } = await browserBundle(name, resolveDir);
    const kb = gzipBytes / 1000;
    if (kb > limitKb) throw new Error(`${name} is ${kb.toFixed(1)} kB min+gzip, over its ${limitKb} kB`);
    const commonJs = inputs.find((input) => input.includes('fp-ts/lib/'));
    if (commonJs !== undefined) throw new Error(`${name} takes ${commonJs} into a browser`);
    report.push(`${name}: ${kb.toFixed(1)} of ${limitKb} kB min+gzip, no Node module`);
  }
  return report;
}
