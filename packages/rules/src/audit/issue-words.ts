import type { Issue } from '@driftbok/core';
import type { Language } from '../words/language.js';

/** Words of an issue in Swedish, by the whole of the English; `$1` is what stands in the English's own place for it. */
type Words = readonly (readonly [english: RegExp, swedish: string])[];

const expected: Words = [
  [/^a number such as (.*) or (.*)$/, 'ett tal som $1 eller $2'],
  [/^groups of three digits, or none$/, 'grupper om tre siffror, eller inga'],
  [/^a number without zeros before it$/, 'ett tal utan nollor framför'],
  [/^at most (\d+) decimals$/, 'högst $1 decimaler'],
  [/^a figure that a ledger can hold$/, 'ett tal som en bok rymmer'],
  [/^a figure$/, 'en siffra'],
  [/^a column: (.*)$/, 'en kolumn: $1'],
  [/^a row: (.*)$/, 'en rad: $1'],
  [/^different ids$/, 'olika id'],
  [/^either a cell or what it equals$/, 'antingen en cell eller det som den är lika med'],
  [/^names with (.*) or (.*) between$/, 'namn med $1 eller $2 emellan'],
  [/^ids with (.*) or (.*) between$/, 'id med $1 eller $2 emellan'],
  [/^a cell: table\/row\/column of one of the tables$/, 'en cell: tabell/rad/kolumn i någon av tabellerna'],
  [/^figures in money, as (.*)$/, 'belopp, som $1'],
  [/^figures in (.*), as (.*)$/, 'siffror i $1, som $2'],
  [/^a product of an amount and a number of something$/, 'en produkt av ett belopp och ett antal'],
  [/^a share of like figures, or a quotient in money$/, 'en andel av lika slag, eller en kvot i ett belopp'],
  [/^a share of like figures, or a quotient in (.*)$/, 'en andel av lika slag, eller en kvot i $1'],
  [/^no memo row, which is part of another$/, 'ingen varav-rad, som är del av en annan'],
  [/^each row once$/, 'varje rad en gång'],
  [/^rows that are not made of this one$/, 'rader som inte består av den här'],
  [/^a printed text, or null$/, 'en tryckt text, eller null'],
  [/^a text of at most (\d+) characters$/, 'en text på högst $1 tecken'],
  [/^letters, digits, (.*) or (.*), at most (\d+)$/, 'bokstäver, siffror, $1 eller $2, högst $3'],
  [/^a whole number from (\S+) to (\S+)$/, 'ett heltal från $1 till $2'],
  [/^true, or left out$/, 'true, eller utelämnat'],
  [/^a precision such as (.*) or (.*)$/, 'en noggrannhet som $1 eller $2'],
  [/^a row's id, perhaps with a minus before it$/, 'en rads id, eventuellt med minus framför'],
  [/^table\/row\/column$/, 'tabell/rad/kolumn'],
  [/^a list of (\d+) to (\d+): .*$/, 'en lista på $1 till $2'],
  [/^cells by column, at most (\d+)$/, 'celler per kolumn, högst $1'],
  [/^cells that show the same$/, 'celler som visar samma sak'],
  [/^a cell made of others$/, 'en cell som består av andra'],
  [/^a claim$/, 'ett påstående'],
  [/^a tie$/, 'en koppling'],
  [/^a column$/, 'en kolumn'],
  [/^a row$/, 'en rad'],
  [/^a table$/, 'en tabell'],
  [/^tables to audit$/, 'tabeller att pröva'],
  [/^no such key$/, 'ingen sådan nyckel'],
  [/^a header and rows$/, 'ett huvud och rader'],
  [/^a header with a column at least$/, 'ett huvud med minst en kolumn'],
  [/^a header with a column at least, above rows of as many figures$/, 'ett huvud med minst en kolumn, över rader med lika många siffror'],
  [/^rows beneath the header$/, 'rader under huvudet'],
  [/^rows of (\d+) figures beneath the header$/, 'rader med $1 siffror under huvudet'],
  [/^a figure in column (.*) of row (.*)$/, 'en siffra i kolumn $1 på rad $2'],
  [/^(\d+) columns: (.*)$/, '$1 kolumner: $2'],
  [/^a label and (\d+) figures$/, 'en rubrik och $1 siffror'],
];

const got: Words = [
  [/^(\d+) columns$/, '$1 kolumner'],
  [/^nothing where a name is expected$/, 'inget där ett namn väntas'],
  [/^nothing$/, 'inget'],
  [/^neither$/, 'ingetdera'],
  [/^a second "\/"$/, 'ett "/" till'],
  [/^(\S+) in money$/, '$1, ett belopp'],
  [/^(\S+) in (\S+)$/, '$1 i $2'],
  [/^(\S+), as money$/, '$1, som belopp'],
  [/^(\S+), as (\S+)$/, '$1, som $2'],
];

const path: Words = [
  [/^line (\d+)$/, 'rad $1'],
  [/^(.*): column (.*)$/, '$1: kolumn $2'],
  [/^(.*): columns$/, '$1: kolumner'],
  [/^(.*): rows$/, '$1: rader'],
  [/^(.*): sum$/, '$1: summa'],
];

function inSwedish(text: string, words: Words): string {
  for (const [english, swedish] of words) if (english.test(text)) return text.replace(english, swedish);
  return text;
}

/**
 * An issue of tables to audit in the words of a language: what was expected, what came, and where. What has no words in it, such as a
 * choice of fixed texts, is the same in both.
 *
 * @example
 * ```ts
 * import { auditIssueIn } from '@driftbok/rules/audit';
 * auditIssueIn({ path: 't/a: sum', expected: 'each row once', got: 'b' }, 'sv') // => { path: 't/a: summa', expected: 'varje rad en gång', got: 'b' }
 * ```
 */
export const auditIssueIn = (issue: Issue, language: Language): Issue =>
  language === 'en'
    ? issue
    : { path: inSwedish(issue.path, path), expected: inSwedish(issue.expected, expected), got: inSwedish(issue.got, got) };
