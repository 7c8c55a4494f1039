import type { PresentedFinding, PresentedTable, ReportDocument } from '@driftbok/rules';
import { plainLine } from './display.js';
import { escapeMarkdown } from './grid-markdown.js';
import { gridAsMarkdown } from './grid-markdown.js';
import { defaultWidth, gridAsText } from './grid-text.js';
import type { TextOptions } from './grid-text.js';
import { cutLines, noRows, shownGrid, signs, titleOf } from './table-form.js';
import { wrapped } from './wrap.js';

// A report is read by people who want its figures: of what there is to know about its tables they are told what is more than a note, unless it asks for notes.
const worthTelling = ({ notes }: ReportDocument, { findings }: PresentedTable): readonly PresentedFinding[] =>
  notes === true ? findings : findings.filter(({ severity }) => severity !== 'note');

/** A report as Markdown: its title, its cut, then headings, paragraphs and tables in order. Every text is escaped. Ends with "\n". */
export function reportAsMarkdown(report: ReportDocument): string {
  const cut = cutLines({ ...report, columns: [] })
    .map(escapeMarkdown)
    .join('  \n');
  const parts = report.blocks.map((block) => {
    if (block.kind === 'heading') return `${'#'.repeat(block.level + 1)} ${escapeMarkdown(block.text)}\n`;
    if (block.kind === 'paragraph') return `${escapeMarkdown(block.text)}\n`;
    const findings = worthTelling(report, block.table).map(({ severity, message }) => `- ${signs[severity]} ${escapeMarkdown(message)}\n`);
    return `${escapeMarkdown(titleOf(block.table))}\n\n${block.table.rows.length === 0 ? `${noRows}\n` : gridAsMarkdown(shownGrid(block.table))}${findings.length === 0 ? '' : `\n${findings.join('')}`}`;
  });
  return [`# ${escapeMarkdown(report.title)}\n`, `${cut}\n`, ...parts].join('\n');
}

/** A report for the terminal. Lines fit in 120 columns or the width asked for, unless figures need more. Ends with "\n". */
export function reportAsText(report: ReportDocument, options: TextOptions = {}): string {
  const width = options.width ?? defaultWidth;
  const lines = (text: string, indent = 0): string =>
    wrapped(plainLine(text).trim(), width, indent)
      .map((line) => `${line}\n`)
      .join('');
  const parts = report.blocks.map((block) => {
    if (block.kind === 'heading')
      return `${lines(block.text)}${(block.level === 1 ? '=' : '-').repeat(Math.min(width, block.text.length))}\n`;
    if (block.kind === 'paragraph') return lines(block.text);
    const findings = worthTelling(report, block.table).map(({ severity, message }) => lines(`${signs[severity]} ${message}`, 2));
    return `${lines(titleOf(block.table))}\n${block.table.rows.length === 0 ? `${noRows}\n` : gridAsText(shownGrid(block.table), width)}${findings.length === 0 ? '' : `\n${findings.join('')}`}`;
  });
  const head = [report.title, ...cutLines({ ...report, columns: [] })].map((line) => lines(line)).join('');
  return [head, ...parts].join('\n');
}
