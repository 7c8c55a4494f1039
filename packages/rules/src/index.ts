// The public face of the rules. Everything else is closed by the package's `exports`.
export type { Notation } from './numbers/notation.js';
export { swedishNotation } from './numbers/notation.js';
export type { NumberError, Printed } from './numbers/printed.js';
export type { NumberFormat, Unit } from './numbers/format.js';
export { formatNumber, numberFormat, parseNumber, roundAmount, stepOf, stepsOf, tkr } from './numbers/format.js';
export type { DecimalFormat } from './numbers/decimal-format.js';
export { decimalFormat, formatDecimal, parseDecimal } from './numbers/decimal-format.js';

export type { Favourability, ShownMetric } from './signs/metric.js';
export { favourable } from './signs/metric.js';
export type { SignFactor, SignPreset } from './signs/preset.js';
export { naturalOf, printedOf, signPreset } from './signs/preset.js';
export { budgetLessForecast, budgetPositive, costPositive, naturalSigns, signPresets } from './signs/standard.js';

export type { Words } from './words/words.js';
export { monthsInWords, words } from './words/words.js';
export { english, swedish } from './words/languages.js';

export type {
  ColumnTemplate,
  DifferenceColumnTemplate,
  MetricColumnTemplate,
  RatioColumnTemplate,
  RowPerCodeTemplate,
  RowTemplate,
  SelectionTemplate,
  ShownTemplate,
  SingleRowTemplate,
  SpanTemplate,
  SpecTemplate,
} from './spec/template.js';
export type { SpecError } from './spec/template-codec.js';
export { specTemplate, specTemplateOfJson } from './spec/template-codec.js';
export type { ReportAbout, TemplateError } from './spec/scope.js';
export { instantiate } from './spec/instantiate.js';

export type { AccountError, AccountKind, AccountRange, ChartError, ChartOfAccounts } from './accounts/chart.js';
export { chartOfJson, kindOf } from './accounts/chart.js';
export { bas, driftredovisningKinds, kommunBas, standardAccounts } from './accounts/standard.js';

export type { Preset, PresetError } from './presets/preset.js';
export { preset, presetOfJson, registerTemplateOf, reportTemplateFor, templateOf } from './presets/preset.js';
export { norrtalje } from './presets/norrtalje.js';
export { sodertalje } from './presets/sodertalje.js';
export { exempel } from './presets/exempel.js';
export { presetOf, presets } from './presets/all.js';

export type { PresentedCell, PresentedColumn, PresentedCut, PresentedFinding, PresentedRow, PresentedTable } from './present/presented.js';
export { incomeOrCost, operationsIn } from './present/operations.js';
export { metricsOf } from './present/metrics.js';
export { presentTable } from './present/present.js';

export type { Heading, Prose } from './prose/prose.js';
export { proseCodec } from './prose/prose.js';
export { englishProse, swedishProse } from './prose/languages.js';
export type { ShownExplanation, ShownPart } from './prose/shown-parts.js';
export { shownParts } from './prose/shown-parts.js';
export { outcomeAndRestInParts } from './prose/outcome-and-rest.js';
export { namedParts } from './prose/part-names.js';
export type { ProseAbout, ToldExplanation } from './prose/explanation-in-words.js';
export { explanationInWords } from './prose/explanation-in-words.js';

export type { Block, ReportDocument } from './reports/document.js';
export type { ReportError, ReportFailure, ReportWanted } from './reports/scope.js';
export type { ReportPart, ReportSection, ReportTemplate, ReportWords } from './reports/template.js';
export { composeReport } from './reports/compose.js';
export type { OutcomeGap } from './present/outcome-gaps.js';
export { incompleteOutcome } from './present/incomplete-outcome.js';
export { outcomeGapNotes, outcomeGaps } from './present/outcome-gaps.js';

export { plainMarks } from './numbers/marks.js';
export type { Language } from './words/language.js';
export type { Verification, Verified, VerifyFinding } from './verify/finding.js';
export { verifyBook } from './verify/verify-book.js';

export type { RowsAbout } from './registers/assignments/rows-of.js';
export type { RegisterWords } from './registers/assignments/tell.js';
export { assignmentFindings } from './registers/assignments/findings.js';
export type { Entry, Field } from './registers/field.js';
export type { Register, RegisterAbout, RegisterContent, RegisterError } from './registers/register.js';
export type { RegisterReport } from './registers/present-register.js';
export { presentRegister } from './registers/present-register.js';
export type { RegisterColumnTemplate, RegisterTemplate } from './registers/template.js';

export type { EventTextFinding } from './lint/lint-event.js';
export { lintEvent } from './lint/lint-event.js';
export type { TextFinding } from './lint/lint-text.js';
export { lintText } from './lint/lint-text.js';
export type { CommentCommand, FinalComment, LintError } from './lint/final-comment.js';
export { finalComment } from './lint/final-comment.js';
export type { Band, GoalCriterion, GoalRule, GoalRules, GoalRulesError, IndicatorRule } from './goals/rule.js';
export { goalRules, goalRulesOfJson } from './goals/rule.js';
export type { Colours, GoalJudgement, MaybeColour } from './goals/judge.js';
export { judgeGoals } from './goals/judge.js';
export type { IndicatorJudgement } from './goals/indicator-colour.js';
export { indicatorColours, paced } from './goals/indicator-colour.js';
export type { Judgement } from './goals/goal-colours.js';
export { judgeMonth } from './goals/goal-colours.js';
export { figuresApart } from './registers/stated/apart.js';
export { budgetAdherence, forecastMiss } from './goals/from-ledger.js';
export type { GoalFinding } from './goals/findings.js';
export { goalFindings } from './goals/findings.js';
export { norrtaljeGoalRules } from './presets/norrtalje/goal-rules.js';
export { sodertaljeGoalRules } from './presets/sodertalje/goal-rules.js';
