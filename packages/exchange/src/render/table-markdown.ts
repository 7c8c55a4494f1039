import { escapeMarkdown, gridAsMarkdown } from './grid-markdown.js';
import type { RenderableTable } from './table-form.js';
import { cutLines, noRows, shownGrid, signs } from './table-form.js';

/**
 * A table as GitHub's Markdown: its title and unit in bold, its cut, the shown figures, and a list of what there is to know about it.
 * Every text is escaped. Ends with "\n".
 *
 * @example
 * ```ts
 * import { tableAsMarkdown } from '@driftbok/exchange';
 * const cut = { position: 9, recordedAt: '2025-08-28T08:00:00.000Z', hash: 'c0ffee'.padEnd(64, '0') };
 * const columns = [{ id: 'forecast', label: 'Prognos', kind: 'amount' as const }];
 * const rows = [{ id: '51', label: 'Skola', level: 1, cells: { forecast: null } }];
 * const table = { id: 't', title: 'Nämnden', unit: 'tkr', cut, columns, rows, findings: [] };
 * tableAsMarkdown(table).split('\n').slice(4) // => ['|  | Prognos |', '| --- | ---: |', '| &emsp;Skola |  |', '']
 * ```
 */
export function tableAsMarkdown(table: RenderableTable): string {
  const cuts = cutLines(table).map(escapeMarkdown).join('  \n'); // two blanks break a line
  const findings = table.findings.map(({ severity, message }) => `- ${signs[severity]} ${escapeMarkdown(message)}\n`);
  const unit = table.unit === '' ? '' : ` (${escapeMarkdown(table.unit)})`;
  const head = `**${escapeMarkdown(table.title.trim())}**${unit}\n\n${cuts}\n\n`;
  return `${head}${table.rows.length === 0 ? `${noRows}\n` : gridAsMarkdown(shownGrid(table))}${findings.length === 0 ? '' : `\n${findings.join('')}`}`;
}
