/** What can be found about assignments. */
export type AssignmentFindingCode =
  | 'stated-count'
  | 'due-passed'
  | 'done-after-due'
  | 'expected-after-due'
  | 'deviates-before-due'
  | 'due-before-year'
  | 'criterion-not-met'
  | 'begun-before'
  | 'plan-count'
  | 'nothing-reported'
  | 'not-in-plan'
  | 'carried-not-in-plan'
  | 'not-in-report'
  | 'due-moved'
  | 'left-over';

/** How each is told; the tokens are its arithmetic. */
export const sentences: Readonly<Record<AssignmentFindingCode, string>> = {
  'stated-count': '{claim}: texten säger {figure}, uppgifterna ger {count} ({count} − {figure} = {difference}). {asked}: {which}',
  'due-passed': '{which}: enligt plan, men slutdatum {due} passerades {days} dagar före {on}; väntas {expected}',
  'done-after-due': '{which}: enligt plan, men slutförd {on}, {days} dagar efter slutdatum {due}',
  'expected-after-due': '{which}: enligt plan, men väntas {expected}, {days} dagar efter slutdatum {due}',
  'deviates-before-due': '{which}: avvikelse från plan, men väntas {expected}, {days} dagar före slutdatum {due}',
  'due-before-year': '{which}: slutdatum {due} ligger före {year}, men är inte överförd från ett tidigare år',
  'criterion-not-met': '{which}: slutförd, men {criterion}, som den väntar på, är det inte',
  'begun-before': '{which}: ej påbörjad per {on}, men påbörjad redan per {begun}',
  'plan-count': '{kind}: {planned} i planen, {reported} i rapporten ({reported} − {planned} = {difference})',
  'nothing-reported': 'Ingenting är rapporterat för {year} till och med {on}: planen har ännu ingen rapport att hållas mot',
  'not-in-plan': '{which} (slutdatum {due}) finns i rapporten men inte i planen',
  'carried-not-in-plan': '{which} (slutdatum {due}) är överförd och finns i rapporten, men inte i planen som kvarvarande',
  'not-in-report': '{which} (slutdatum {due}) finns i planen men inte i rapporten',
  'due-moved': '{which}: slutdatum flyttat {moves} ({days} dagar)',
  'left-over': '{count} från {prior} var inte avslutade när de senast rapporterades och är inte överförda till {year}: {which}',
};
