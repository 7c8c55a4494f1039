import type { Book, Month } from '@driftbok/core';
import { goalLabel } from '@driftbok/core';
import type { GoalFinding } from '../goals/findings.js';
import { goalFindings } from '../goals/findings.js';
import type { PresentedFinding } from '../present/presented.js';
import type { Preset } from '../presets/preset.js';
import { fill } from '../words/fill.js';

/** What a municipality's goals say against each other, in its words. A code without a sentence is told as it is. */
export function goalNotes(book: Book, period: Month, { words, goals }: Pick<Preset, 'words' | 'goals'>): readonly PresentedFinding[] {
  return goalFindings(book, period.slice(0, 4), goals ?? { indicators: [], scales: [] }).map((found) => {
    const { code, severity, where, params, message } = found;
    const place = where.map((each) => labelOf(book, each, period)).join('; ');
    const sentence = Object.hasOwn(words.findings, code) ? words.findings[code] : undefined;
    const told = sentence === undefined ? `${place}: ${message}` : fill(sentence, { ...withDecimal(params, words), where: place }).text;
    return { code, severity, where: [...where], by: '', message: told };
  });
}

/** The parameters that are numbers and arithmetic; the others are names, whose points are not decimal signs ("1.2"). */
const numbers: ReadonlySet<string> = new Set(['target', 'baseline', 'value', 'values', 'rounds', 'changes']);

/** Findings hold numbers as data has them, with a point: Swedish reads a comma. */
const withDecimal = (params: GoalFinding['params'], { language }: Preset['words']): GoalFinding['params'] =>
  language !== 'sv'
    ? params
    : Object.fromEntries(
        Object.entries(params).map(([name, text]) => [name, numbers.has(name) ? text.replace(/(\d)\.(\d)/g, '$1,$2') : text]),
      );

function labelOf(book: Book, where: GoalFinding['where'][number], period: Month): string {
  const [kind, id = ''] = where.split(':');
  const label = kind === 'goal' ? goalLabel(book, id, period) : book.state.indicators.get(id)?.defined.label;
  return label ?? where;
}
