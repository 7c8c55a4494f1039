import type { Language } from '../words/language.js';
import type { Cause } from './cause.js';

/** Everything that an audit tells: a cause of a wrong figure, or what is no single figure. */
export type Sentence =
  | Cause
  | 'rounding'
  | 'missing-row'
  | 'row-outside'
  | 'several'
  | 'untried'
  | 'swapped'
  | 'more'
  | 'cut'
  | 'cut-at-least'
  | 'incomplete'
  | 'implausible-unit';

/** Sentences as data; each names the same places in every language. */
export const sentences: Readonly<Record<Language, Readonly<Record<Sentence, string>>>> = {
  en: {
    rounding: '{cell}: the printed parts miss the printed figure by {by}, which rounding explains',
    sign: '{cell} is printed {printed}; with the other sign, {should}, all holds',
    unit: '{cell} is printed {printed}; {should} would hold, which is the same digits in another unit',
    transposed: '{cell} is printed {printed}; {should} would hold: two digits have changed places',
    digit: '{cell} is printed {printed}; {should} would hold: one digit is another',
    'dropped-digit': '{cell} is printed {printed}; {should} would hold: a digit is missing',
    'added-digit': '{cell} is printed {printed}; {should} would hold: there is a digit too many',
    column: '{cell} is printed {printed}; {should} would hold, which stands in another column of its row',
    row: '{cell} is printed {printed}; {should} would hold: it differs by a row of its column, counted in or left out',
    base: '{cell} is printed {printed}; it is the share of another base: {should}',
    below: '{cell} is said to be below {printed}; what is printed makes it {should}',
    above: '{cell} is said to be above {printed}; what is printed makes it {should}',
    unknown: '{cell} is printed {printed}; nothing near {should} is printed, which {about} would need: {by} apart',
    several: 'no amounts give {cell} together with what they are tied to: {about}',
    untried: '{cell} is printed {printed}, which cannot be beside what it is tied to: {about}',
    swapped: '{cell} have changed places: all would hold with each in the other column',
    more: 'and {count} more',
    cut: '{count} more sets of cells may explain it, and are not told',
    'cut-at-least': 'at least {count} more sets of cells may explain it, and are not told',
    'missing-row': '{cell}: the rows do not make the total in any of these columns, by up to {by}: a row may be missing',
    'row-outside': '{cell}: the total differs in each of these columns by a row that is printed: it is counted in or left out',
    incomplete:
      'the limit was reached before {cell} and the {count} cells that it is tied to were looked at to the end; contradictions proven so far: {proven}',
    'implausible-unit': '{cell} is printed {printed}, which in {unit} is more than all municipalities have: the unit is likely another',
  },
  sv: {
    rounding: '{cell}: de tryckta delarna skiljer sig från den tryckta siffran med {by}, vilket avrundningen förklarar',
    sign: '{cell} är tryckt {printed}; med omvänt tecken, {should}, stämmer allt',
    unit: '{cell} är tryckt {printed}; {should} hade stämt, vilket är samma siffror i en annan enhet',
    transposed: '{cell} är tryckt {printed}; {should} hade stämt: två siffror har bytt plats',
    digit: '{cell} är tryckt {printed}; {should} hade stämt: en siffra är en annan',
    'dropped-digit': '{cell} är tryckt {printed}; {should} hade stämt: en siffra saknas',
    'added-digit': '{cell} är tryckt {printed}; {should} hade stämt: det är en siffra för mycket',
    column: '{cell} är tryckt {printed}; {should} hade stämt, vilket står i en annan kolumn på raden',
    row: '{cell} är tryckt {printed}; {should} hade stämt: det skiljer en rad i kolumnen, som är medräknad eller utelämnad',
    base: '{cell} är tryckt {printed}; det är andelen av en annan bas: {should}',
    below: '{cell} sägs vara under {printed}; det som är tryckt ger {should}',
    above: '{cell} sägs vara över {printed}; det som är tryckt ger {should}',
    unknown: '{cell} är tryckt {printed}; inget nära {should} är tryckt, vilket {about} skulle kräva: {by} skiljer',
    several: 'inga belopp ger {cell} tillsammans med det som de hänger ihop med: {about}',
    untried: '{cell} är tryckt {printed}, vilket inte kan stämma med det som den hänger ihop med: {about}',
    swapped: '{cell} har bytt plats: allt hade stämt med dem i varandras kolumner',
    more: 'och {count} till',
    cut: 'ytterligare {count} uppsättningar celler kan förklara det och räknas inte upp',
    'cut-at-least': 'minst {count} uppsättningar celler till kan förklara det och räknas inte upp',
    'missing-row': '{cell}: raderna ger inte summan i någon av dessa kolumner, som mest skiljer {by}: en rad kan saknas',
    'row-outside': '{cell}: summan skiljer sig i var och en av dessa kolumner med en rad som är tryckt: den är medräknad eller utelämnad',
    incomplete:
      'gränsen nåddes innan {cell} och de {count} celler som den hänger ihop med var prövade till slut; motsägelser bevisade så långt: {proven}',
    'implausible-unit': '{cell} är tryckt {printed}, vilket i {unit} är mer än alla kommuner har: enheten är troligen en annan',
  },
};
