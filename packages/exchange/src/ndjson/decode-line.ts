import type { Catalogue, DecodeError, Draft, Either, Issue, Json, LineError, Recorded } from '@driftbok/core';
import { decodeData, draftOfJson, isLeft, isLedgerLine, left, recordedOfJson, right, shortly } from '@driftbok/core';
import { otherCanonicalLine } from './canonical-line.js';
import { dataFault } from './data-faults.js';
import type { FileErrorReason, FileFault } from './file-error.js';
import { isDeeper, scanJson } from './scan-json.js';

/** What a line is: an event in its place in a ledger, or one without a place. */
export type LineForm = 'ledger' | 'draft';

/** An event with the line it stands on (from 1) and that line's form, which is the same in the whole file. */
export type EventLine =
  | { readonly line: number; readonly form: 'ledger'; readonly event: Recorded }
  | { readonly line: number; readonly form: 'draft'; readonly event: Draft };

/** Brackets within each other on one line. No event needs a quarter of it. */
const maxDepth = 64;
// V8 takes about a microsecond a level to parse deep brackets, so on a long line they are counted before.
const longLine = 65_536;

type Faults = Either<readonly FileFault[], never>;

/**
 * Reads one line. `form` is what the lines before had, or undefined where there were none.
 *
 * Left: at least one fault, all of this line.
 */
export function decodeLine(
  text: string,
  line: number,
  catalogue: Catalogue,
  verify: boolean,
  form: LineForm | undefined,
): Either<readonly FileFault[], EventLine> {
  // Carriage returns are white space to JSON, but would not come back when the line is written again.
  if (text.charCodeAt(text.length - 1) === CR) return refuse('line-end', line, 'a line that ends with "\\n" alone', '"\\r\\n"');
  if (text.length > longLine && isDeeper(text, maxDepth)) return tooDeep(line);

  const value = parsed(text);
  if (value === undefined) return left([jsonFault(text, line)]);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse('form', line, 'an object: one event a line', shortly(value));

  const ownForm: LineForm = isLedgerLine(value) ? 'ledger' : 'draft';
  if (form !== undefined && form !== ownForm)
    return refuse('mixed-forms', line, `a ${form} line, as the lines before`, `a ${ownForm} line`);
  const decoded: Either<LineError, Draft | Recorded> = ownForm === 'ledger' ? recordedOfJson(value) : draftOfJson(value);
  if (isLeft(decoded)) return isDeeper(text, maxDepth) ? tooDeep(line) : refuseAll('form', line, decoded.left.issues);
  const event = decoded.right;

  const inData = verify ? dataFault(event.data, text.includes('\\u')) : undefined;
  if (inData !== undefined) return refuse(inData.reason, line, inData.expected, inData.got, ['data', ...inData.path].join('.'));
  const data = decodedData(catalogue, event);
  if (isLeft(data)) return refuseAll(data.left.reason === 'form' ? 'data' : data.left.reason, line, data.left.issues);

  const canonical = verify ? otherCanonicalLine(text, event) : undefined;
  if (canonical !== undefined) {
    const found = ownForm === 'ledger' ? difference(canonical, text, line) : duplicateKey(text, line);
    if (found !== undefined) return left([found]);
  }
  return right({ line, form: ownForm, event } as EventLine); // the form has chosen the codec
}

const refuse = (reason: FileErrorReason, line: number, expected: string, got: string, field = ''): Faults =>
  left([{ reason, line, field, expected, got }]);

const refuseAll = (reason: FileErrorReason, line: number, issues: readonly Issue[]): Faults =>
  left(issues.map(({ path, expected, got }) => ({ reason, line, field: path, expected, got })));

const tooDeep = (line: number): Faults => refuse('too-deep', line, `at most ${maxDepth} brackets within each other`, 'more');

const CR = 13;

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined; // JSON has no undefined, so nothing is mistaken for it
  }
}

/** An embedder's codec may throw on data that it did not foresee; a reader does not. */
function decodedData(catalogue: Catalogue, { type, schemaVersion, data }: Draft): Either<DecodeError, unknown> {
  try {
    return decodeData(catalogue, type, schemaVersion, data);
  } catch (error) {
    const got = `${shortly(data)} (${shortly(String(error))})`;
    return left({
      _tag: 'DecodeError',
      reason: 'form',
      type,
      issues: [{ path: 'data', expected: `data of ${type}, version ${schemaVersion}`, got }],
    });
  }
}

/** Why a line is no JSON, beginning with what it may be instead. */
function jsonFault(text: string, line: number): FileFault {
  const fault = (reason: FileErrorReason, at: number, expected: string, got: string): FileFault => ({
    reason,
    line,
    column: at + 1,
    field: '',
    expected,
    got,
  });
  if (text.trim() === '') return { reason: 'empty-line', line, field: '', expected: 'one event a line', got: 'an empty line' };
  if (text.charCodeAt(0) === BOM) return fault('bom', 0, 'UTF-8 without a byte order mark', 'a byte order mark');
  const nul = text.indexOf('\0');
  if (nul >= 0) return fault('encoding', nul, 'UTF-8', 'a NUL byte, as in UTF-16 or a damaged file');
  const found = scanJson(text, maxDepth);
  const carriageReturn = text.indexOf('\r');
  if (carriageReturn >= 0) return fault('line-end', carriageReturn, 'lines that end with "\\n"', '"\\r"');
  if (found?.kind === 'duplicate-key') return fault('duplicate-key', found.at, 'each key once', shortly(found.key));
  if (found?.kind === 'too-deep') return fault('too-deep', found.at, `at most ${maxDepth} brackets within each other`, 'more');
  const at = found?.at ?? text.length;
  return fault('json', at, found?.expected ?? 'JSON', at === text.length ? 'the end of the line' : shortly(text.slice(at, at + 40)));
}

const BOM = 0xfeff;

function duplicateKey(text: string, line: number): FileFault | undefined {
  const found = scanJson(text, maxDepth);
  if (found?.kind !== 'duplicate-key') return undefined;
  return { reason: 'duplicate-key', line, column: found.at + 1, field: '', expected: 'each key once', got: shortly(found.key) };
}

/** Where a ledger line leaves the canonical line of its event. */
function difference(canonical: string, text: string, line: number): FileFault {
  let at = 0;
  while (canonical[at] === text[at]) at++;
  const from = (whole: string): string => (at === whole.length ? 'the end of the line' : shortly(whole.slice(at, at + 40)));
  return { reason: 'not-canonical', line, column: at + 1, field: '', expected: from(canonical), got: from(text) };
}
