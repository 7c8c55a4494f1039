import { plainLine } from './display.js';
import type { TextOptions } from './grid-text.js';
import { defaultWidth, gridAsText } from './grid-text.js';
import type { RenderableTable } from './table-form.js';
import { cutLines, noRows, shownGrid, signs, titleOf } from './table-form.js';
import { wrapped } from './wrap.js';

/**
 * A table for the terminal: its title, unit and cut, the shown figures in columns without boxes, and what there is to know about it, each
 * with a sign: "·" a note, "!" a warning, "✗" an error. Lines fit in 120 columns or the width asked for, unless figures need more: headings
 * are broken first, then labels. Control characters are replaced. Ends with "\n".
 *
 * @example
 * ```ts
 * import { tableAsText } from '@driftbok/exchange';
 * const cut = { position: 9, recordedAt: '2025-08-28T08:00:00.000Z', hash: 'c0ffee'.padEnd(64, '0') };
 * const columns = [{ id: 'forecast', label: 'Prognos', kind: 'amount' as const }];
 * const rows = [{ id: 'net', label: 'Netto', level: 0, cells: { forecast: { exact: '-1500.00', shown: '-2' } } }];
 * const table = { id: 't', title: 'Nämnden', unit: 'tkr', cut, columns, rows, findings: [] };
 * tableAsText(table).split('\n') // => ['Nämnden (tkr)', 'position 9, 2025-08-28T08:00:00.000Z, hash c0ffee000000', '', '       Prognos', '-----  -------', 'Netto       -2', '']
 * ```
 */
export function tableAsText(table: RenderableTable, options: TextOptions = {}): string {
  const width = options.width ?? defaultWidth;
  const lines = (text: string, indent = 0): string =>
    wrapped(plainLine(text).trim(), width, indent)
      .map((line) => `${line}\n`)
      .join('');
  const head = [titleOf(table), ...cutLines(table)].map((line) => lines(line)).join('');
  const findings = table.findings.map(({ severity, message }) => lines(`${signs[severity]} ${message}`, 2)).join('');
  const body = table.rows.length === 0 ? `${noRows}\n` : gridAsText(shownGrid(table), width);
  return `${head}\n${body}${findings === '' ? '' : `\n${findings}`}`;
}
