import type { Code, Codec, DimensionId, Either, Month, Selection } from '@driftbok/core';
import { codeCodec, dictionary, dimensionCodec, labelCodec as label, list, object, oneOf } from '@driftbok/core';
import type { Undecoded } from '../codec/decode.js';
import { decodeAs } from '../codec/decode.js';
import { id, whole } from '../codec/scalars.js';
import type { DecimalFormat } from '../numbers/decimal-format.js';
import type { NumberFormat } from '../numbers/format.js';
import { numberFormat } from '../numbers/format.js';
import type { SignPreset } from '../signs/preset.js';
import { signPreset } from '../signs/preset.js';
import type { RegisterTemplate } from '../registers/template.js';
import { registerTemplate } from '../registers/template.js';
import type { ReportTemplate } from '../reports/template.js';
import { reportTemplate } from '../reports/template.js';
import type { GoalRules } from '../goals/rule.js';
import { goalRules } from '../goals/rule.js';
import type { SpecTemplate } from '../spec/template.js';
import { specTemplate } from '../spec/template-codec.js';
import type { Words } from '../words/words.js';
import { words } from '../words/words.js';

/** How one municipality prints its reports. All of it is data, so that a preset may be a file. */
export interface Preset {
  readonly id: string;
  readonly label: string;
  readonly format: NumberFormat;
  readonly signs: SignPreset;
  readonly words: Words;
  /** How its ratios are printed; with one decimal and " %" where left out. */
  readonly percent?: Pick<DecimalFormat, 'decimals' | 'percent'>;
  /**
   * The codes that make up its running operations, by dimension: `{ konto: ['intakter', 'kostnader'] }`. What lies outside, as
   * investments do, is in the same journal and no part of a result. All lines where left out.
   */
  readonly operations?: Selection;
  /** The codes that income and cost lie beneath, so that words can tell the one from the other. */
  readonly kinds?: { readonly dimension: DimensionId; readonly income: Code; readonly cost: Code };
  /** Its tables of amounts. */
  readonly templates: readonly SpecTemplate[];
  /** Its tables of things with a life. */
  readonly registers: readonly RegisterTemplate[];
  /** Its reports, whole. */
  readonly reports: readonly ReportTemplate[];
  /** How it judges its goals, where it says so. */
  readonly goals?: GoalRules;
}

/** The codec of {@link Preset}. */
export const preset: Codec<Preset> = object<Preset>(
  'Preset',
  {
    id,
    label,
    format: numberFormat,
    signs: signPreset,
    words,
    templates: list(specTemplate, 0, 1000),
    registers: list(registerTemplate, 0, 1000),
    reports: list(reportTemplate, 0, 100),
  },
  {
    percent: object<NonNullable<Preset['percent']>>('how ratios are printed', {
      decimals: whole(0, 20),
      percent: oneOf('', '%', ' %'),
    }),
    goals: goalRules,
    kinds: object<NonNullable<Preset['kinds']>>('codes of income and cost', {
      dimension: dimensionCodec,
      income: codeCodec,
      cost: codeCodec,
    }),
    operations: dictionary('codes by dimension', dimensionCodec, list(codeCodec, 1, 10_000), 32),
  },
);

/** A file or value that is no preset; `issues` say where and why. */
export type PresetError = Undecoded<'PresetError'>;

/**
 * A preset from JSON, such as a file's.
 *
 * Left: `PresetError` with an issue for each place that is wrong.
 *
 * @example
 * ```ts
 * import { isLeft } from '@driftbok/core';
 * import { norrtalje, presetOfJson } from '@driftbok/rules';
 * const read = presetOfJson({ ...norrtalje, format: { ...norrtalje.format, unit: 'Mkr' } });
 * isLeft(read) && read.left.issues // => [{ path: 'format.unit', expected: 'kr | tkr | mnkr', got: '"Mkr"' }]
 * ```
 */
export function presetOfJson(json: unknown): Either<PresetError, Preset> {
  return decodeAs('PresetError', preset, json);
}

/**
 * The template of a preset by its id; undefined where it has none of it.
 *
 * @example
 * ```ts
 * import { norrtalje, templateOf } from '@driftbok/rules';
 * templateOf(norrtalje, 'driftredovisning')?.parameters // => { unit: '5' }
 * ```
 */
export function templateOf(from: Pick<Preset, 'templates'>, templateId: string): SpecTemplate | undefined {
  return from.templates.find((each) => each.id === templateId);
}

/** The template of a register's table of a preset by its id; undefined where it has none of it. */
export function registerTemplateOf(from: Preset, templateId: string): RegisterTemplate | undefined {
  return from.registers.find((each) => each.id === templateId);
}

/**
 * The report of a preset for a month: of those that looked so by then, the newest form. Undefined where it has none.
 *
 * @example
 * ```ts
 * import { norrtalje, reportTemplateFor } from '@driftbok/rules';
 * ['2024-07', '2025-07'].map((period) => reportTemplateFor(norrtalje, period)?.id) // => ['manadsrapport-2024', 'manadsrapport']
 * ```
 */
export function reportTemplateFor(from: Preset, period: Month): ReportTemplate | undefined {
  const began = ({ from: month = '' }: ReportTemplate): string => month;
  return from.reports
    .filter((each) => began(each) <= period)
    .reduce<ReportTemplate | undefined>((newest, each) => (newest === undefined || began(each) > began(newest) ? each : newest), undefined);
}
