import type { Words } from './words.js';

/** Swedish, as the reports write it. */
export const swedish: Words = {
  language: 'sv',
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'Maj', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dec'],
  monthRange: '{from} - {to}',
  forecast: 'Prognos',
  findings: {
    rounding: '{where}: visas som {shown}, men {minuend} minus {subtrahend} blir, som de visas, {parts}. Skillnaden är avrundning.',
    'rounding-bare': '{where}: visas som {shown}, men de rader som den är summan av blir, som de visas, {parts}. Skillnaden är avrundning.',
    sum: '{where}: avviker med {by} kr från {minuend} minus {subtrahend}.',
    'sum-bare': '{where}: avviker med {by} kr från summan av sina rader.',
    'no-lines': 'Inga rader är kända för den tid och de koder som efterfrågas.',
    'no-locks': 'Ingen prognos för året är låst ännu.',
    'linear-default': '{where}: {by} kr av budgeten är fördelade jämnt över året, eftersom ingen periodisering är angiven.',
    'round-not-yet-known': '{where}: {roundLabel} fanns inte ännu; kolumnen visar {standingLabel}, som gällde då.',
    'round-not-yet-known-bare': '{where}: {roundLabel} fanns inte ännu, och ingen tidigare prognos heller.',
    'round-not-locked': '{where}: {roundLabel} är inte låst och kan ändras.',
    'split-without-shares': '{where}: delades upp utan kända andelar; tidigare belopp står kvar här.',
    inferred: '{where}: beloppet är härlett, inte tryckt i källan.',
  },
};

/** English. */
export const english: Words = {
  language: 'en',
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  monthRange: '{from} - {to}',
  forecast: 'Forecast',
  findings: {
    rounding: '{where}: shown as {shown}, while {minuend} less {subtrahend}, as shown, is {parts}. The difference is rounding.',
    'rounding-bare': '{where}: shown as {shown}, while the rows it is the sum of, as shown, make {parts}. The difference is rounding.',
    sum: '{where}: SEK {by} away from {minuend} less {subtrahend}.',
    'sum-bare': '{where}: SEK {by} away from the sum of its rows.',
    'no-lines': 'No lines are known for the time and the codes asked for.',
    'no-locks': 'No forecast of the year is locked yet.',
    'linear-default': '{where}: SEK {by} of the budget is spread evenly over the year, since no phasing is given.',
    'round-not-yet-known': '{where}: {roundLabel} was not there yet; the column shows {standingLabel}, which stood then.',
    'round-not-yet-known-bare': '{where}: {roundLabel} was not there yet, nor any forecast before it.',
    'round-not-locked': '{where}: {roundLabel} is not locked and may change.',
    'split-without-shares': '{where}: was split without known shares; earlier amounts stay here.',
    inferred: '{where}: the amount is inferred, not printed in the source.',
  },
};
