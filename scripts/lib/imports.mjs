import { posix } from 'node:path';
import ts from 'typescript';

/** @typedef {{ path: string, text: string }} SourceFile a path like `core/src/base/amount.ts` */
/** @typedef {{ from: SourceFile, specifier: string, target: Target }} Import */
/** @typedef {{ kind: 'file', path: string } | { kind: 'ours', name: string } | { kind: 'node' } | { kind: 'external', name: string }} Target */

/**
 * What a file imports, re-exports or loads later; types too, for a circle of types is a circle to the reader.
 * @param {SourceFile} from
 * @returns {Import[]}
 */
export function importsOf(from) {
  return ts.preProcessFile(from.text, true, true).importedFiles.map(({ fileName: specifier }) => ({
    from,
    specifier,
    target: targetOf(from.path, specifier),
  }));
}

/** @param {string} path @param {string} specifier @returns {Target} */
function targetOf(path, specifier) {
  if (specifier.startsWith('.')) {
    return { kind: 'file', path: posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts') };
  }
  if (specifier.startsWith('node:')) return { kind: 'node' };
  const [first = '', second = ''] = specifier.split('/');
  if (first === '@driftbok') return { kind: 'ours', name: second };
  if (first === '#fp') return { kind: 'external', name: 'fp-ts' };
  return { kind: 'external', name: first.startsWith('@') ? `${first}/${second}` : first };
}
