import type { ReportWords } from '../reports/template.js';

/** How a report is told in Swedish: what a municipality's own template says otherwise, it puts in place of these. */
export const swedishReportWords: Omit<ReportWords, 'board' | 'kinds'> = {
  months: ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'],
  periodResult: '{board} redovisar {period-result} till och med {month} {year}.',
  yearResult: 'För helåret prognostiseras {year-result}.',
  noResult: 'För {months} {year} är inget utfall bokfört: något resultat till och med {month} finns inte.',
  statedResult: 'Enligt texten är det {period-result}.',
  improved: 'Det är {amount} bättre än {previous}.',
  worsened: 'Det är {amount} sämre än {previous}.',
  unchanged: 'Det är samma som {previous}.',
  surplus: 'ett överskott om {amount}',
  deficit: 'ett underskott om {amount}',
  balance: 'ett resultat i nivå med budget',
  counts:
    'Antal {kind} {year}: {total}. Slutförda: {done}, påbörjade: {ongoing}, ej påbörjade: {not-started}. Enligt plan: {as-planned}, med avvikelse: {deviates}. Överförda från tidigare år: {carried}. Av de ej avslutade väntas klara {year}: {this-year}, senare: {later}, okänt när: {unknown}.',
  caveat: 'Förbehåll per {day}: {text}',
  planEnough: 'Kända effekter av åtgärder är {expected} mot ett prognostiserat underskott om {deficit}, och räcker.',
  planShort: 'Kända effekter av åtgärder är {expected} mot ett prognostiserat underskott om {deficit}, och räcker inte.',
  planUnknown: 'Åtgärder med effekt av okänd storlek: {unknown}.',
  planIncluded: 'Av effekterna ingår {included} i prognosen.',
};
