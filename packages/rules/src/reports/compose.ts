import type { Book, Either } from '@driftbok/core';
import { drawTable, isLeft, left, right } from '@driftbok/core';
import { outcomeGapNotes } from '../present/outcome-gaps.js';
import { presentCut, presentTable } from '../present/present.js';
import type { PresentedTable } from '../present/presented.js';
import type { Preset } from '../presets/preset.js';
import { registerTemplateOf, templateOf } from '../presets/preset.js';
import type { Prose } from '../prose/prose.js';
import { presentRegister } from '../registers/present-register.js';
import { instantiate } from '../spec/instantiate.js';
import { fill } from '../words/fill.js';
import type { Block, ReportDocument } from './document.js';
import type { ReportFailure, ReportScope, ReportWanted } from './scope.js';
import { scopeOfReport } from './scope.js';
import { caveatsInWords, countsInWords, planInWords, resultInWords, whyInWords } from './sentences.js';
import type { ReportPart, ReportTemplate } from './template.js';

/**
 * A whole report, as it was known at a cut: its tables as the preset prints them, and its sentences by rule. Nothing in it is written by
 * hand, so two ledgers with the same events have the same report.
 *
 * Left: `ReportError` (reason `unknown-round`, `period`, or `unknown-table`: the preset has no such table), or what a part was refused for.
 */
export function composeReport(
  book: Book,
  template: ReportTemplate,
  wanted: ReportWanted,
  preset: Preset,
  prose: Prose,
): Either<ReportFailure, ReportDocument> {
  const scope = scopeOfReport(book, template, wanted, preset, prose);
  if (isLeft(scope)) return scope;
  const { year } = scope.right;
  const month = template.words.months[Number(wanted.period.slice(5)) - 1] ?? wanted.period;
  const tokens = { year, 'year-plus-2': String(Number(year) + 2), month, board: template.words.board };
  const blocks: Block[] = [];
  for (const { heading, level, parts } of template.sections) {
    blocks.push({ kind: 'heading', level, text: fill(heading, tokens).text });
    for (const part of parts) {
      const made = blocksOf(scope.right, part);
      if (isLeft(made)) return made;
      blocks.push(...made.right);
    }
  }
  return right({
    id: template.id,
    title: fill(template.title, tokens).text,
    cut: presentCut(wanted.cut),
    ...(template.notes === undefined ? {} : { notes: template.notes }),
    blocks: toldOnce(blocks),
  });
}

/** A finding that two tables share is told beneath the first. */
function toldOnce(blocks: readonly Block[]): readonly Block[] {
  const told = new Set<string>();
  return blocks.map((block) => {
    if (block.kind !== 'table') return block;
    const findings = block.table.findings.filter(({ code, message }) => !told.has(`${code} ${message}`));
    for (const { code, message } of findings) told.add(`${code} ${message}`);
    return { ...block, table: { ...block.table, findings } };
  });
}

function blocksOf(scope: ReportScope, part: ReportPart): Either<ReportFailure, readonly Block[]> {
  if ('table' in part) {
    const table = tableOf(scope, part.table);
    return isLeft(table) ? table : right([{ kind: 'table', table: table.right }]);
  }
  const sentences = sentencesOf(scope, part);
  if (isLeft(sentences)) return sentences;
  return right(sentences.right.length === 0 ? [] : [{ kind: 'paragraph', text: sentences.right.join(' ') }]);
}

function sentencesOf(scope: ReportScope, part: Exclude<ReportPart, { table: string }>): Either<ReportFailure, readonly string[]> {
  if ('result' in part) return resultInWords(scope, part);
  if ('why' in part) return whyInWords(scope, part);
  if ('counts' in part) return right(countsInWords(scope, part.counts));
  if ('plan' in part) return planInWords(scope, part.plan);
  return right(caveatsInWords(scope));
}

function tableOf(scope: ReportScope, id: string): Either<ReportFailure, PresentedTable> {
  const { book, whole, wanted, preset, round, previous } = scope;
  const register = registerTemplateOf(preset, id);
  if (register !== undefined) return presentRegister(book, register, wanted, preset);
  const template = templateOf(preset, id);
  if (template === undefined) {
    const expected = [...preset.templates, ...preset.registers].map((each) => each.id).join(', ');
    return left({ _tag: 'ReportError', reason: 'unknown-table', where: 'table', expected, got: id });
  }
  const about = {
    period: wanted.period,
    ...(round === undefined ? {} : { round: { id: round.id, label: round.label } }),
    ...(previous === undefined ? {} : { previousRound: previous.id }),
  };
  const spec = instantiate(template, about, preset.words);
  if (isLeft(spec)) return spec;
  const { organisation } = template;
  const options = { cut: wanted.cut, ...(organisation === undefined ? {} : { organisation }) };
  const table = drawTable(whole, spec.right, options);
  if (isLeft(table)) return table;
  const gaps = outcomeGapNotes(whole, spec.right, options);
  if (isLeft(gaps)) return gaps;
  const findings = [...table.right.findings, ...gaps.right];
  return right(presentTable({ ...table.right, findings }, preset, template));
}
