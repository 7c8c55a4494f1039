import type { Words } from './words.js';

/** Swedish, as the reports write it. */
export const swedish: Words = {
  language: 'sv',
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'Maj', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dec'],
  monthRange: '{from} - {to}',
  forecast: 'Prognos',
  findings: {
    rounding: '{where}: visas som {shown}, men de avrundade tal som den räknas fram ur ger {parts}. Skillnaden är avrundning.',
    sum: '{where}: avviker med {by} kr från de tal som den räknas fram ur.',
    'linear-default': '{where}: {by} kr av budgeten är fördelade jämnt över året, eftersom ingen periodisering är angiven.',
    'round-not-yet-known': '{where}: {roundLabel} fanns inte ännu; kolumnen visar {standingLabel}, som gällde då.',
    'round-not-yet-known-bare': '{where}: {roundLabel} fanns inte ännu, och ingen tidigare prognos heller.',
    'round-not-locked': '{where}: {roundLabel} är inte låst och kan ändras.',
    'split-without-shares': '{where}: delades upp utan kända andelar; tidigare belopp står kvar här.',
    caveat: '{where}: förbehåll per {day}: {text}',
    'caveat-bare': '{where}: förbehåll per {day}; texten är raderad.',
    assumed: '{where}: {by} kr är inte redovisat utan räknat med: väntade effekter av åtgärder, eller avdrag för dem.',
    'effect-unknown': '{where}: {count} väntade effekter av åtgärder har inget känt belopp och är inte med.',
    inferred: '{where}: beloppet är härlett, inte tryckt i källan.',
    'baseline-better': '{where}: målet {target} för {year} är sämre än ingående värde {baseline}.',
    'measured-though-not-measurable': '{where}: har värden ({values}), fast den inte kan följas upp.',
    renamed: '{where}: har fler än ett namn: {names}.',
    adherence: '{where}: {value} % uppges för {year}; prognoserna ger {rounds}.',
    'target-against-volumes': '{where}: målet och de planerade volymerna går åt var sitt håll ({changes}).',
    scale: '{where}: {span} har två omdömen ({words}).',
  },
};

/** English. */
export const english: Words = {
  language: 'en',
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  monthRange: '{from} - {to}',
  forecast: 'Forecast',
  findings: {
    rounding: '{where}: shown as {shown}, while the rounded figures it is made from give {parts}. The difference is rounding.',
    sum: '{where}: SEK {by} away from the figures it is made from.',
    'linear-default': '{where}: SEK {by} of the budget is spread evenly over the year, since no phasing is given.',
    'round-not-yet-known': '{where}: {roundLabel} was not there yet; the column shows {standingLabel}, which stood then.',
    'round-not-yet-known-bare': '{where}: {roundLabel} was not there yet, nor any forecast before it.',
    'round-not-locked': '{where}: {roundLabel} is not locked and may change.',
    'split-without-shares': '{where}: was split without known shares; earlier amounts stay here.',
    caveat: '{where}: caveat as of {day}: {text}',
    'caveat-bare': '{where}: caveat as of {day}; its text is erased.',
    assumed: '{where}: SEK {by} is not recorded but reckoned with: expected effects of actions, or what is taken out for them.',
    'effect-unknown': '{where}: {count} expected effects of actions have no known amount and are left out.',
    inferred: '{where}: the amount is inferred, not printed in the source.',
    'baseline-better': '{where}: the target {target} of {year} is worse than the baseline {baseline}.',
    'measured-though-not-measurable': '{where}: has values ({values}), though it cannot be measured.',
    renamed: '{where}: has more than one name: {names}.',
    adherence: '{where}: {value} % is told for {year}; the rounds give {rounds}.',
    'target-against-volumes': '{where}: the target and the planned volumes go different ways ({changes}).',
    scale: '{where}: {span} has two words ({words}).',
  },
};
