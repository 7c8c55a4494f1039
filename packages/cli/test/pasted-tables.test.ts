import { orThrow } from '@driftbok/core';
import { readTable } from '@driftbok/exchange';
import { julyTables, sodertalje, verksamhetsplan } from '@driftbok/fixtures/audit';
import type { AuditDocument } from '@driftbok/rules/audit';
import { describe, expect, it } from 'vitest';

const months = 'Jan Feb Mar Apr Maj Jun Jul Aug Sep Okt Nov Dec Snitt';
const level = '11 700 '.repeat(13);

/** Tables as they come out of the published documents: headings and labels broken over lines, and nothing but spaces between figures. */
const pasted: readonly (readonly [string, AuditDocument, string])[] = [
  [
    '2025-kinds',
    julyTables(),
    ` Budget Jan \n- Jul 2025 \n\nUtfall Jan - \nJul 2025 \n\nAvvikelse \nJan - Jul \n\n2025 \n\nUtfall Jan - \nJul 2024 \n\nBudget \nhelår 2025 \n
Prognos 3 Avvikelse \nBudget-\n\nPrognos \n
Intäkter 27 608 43 221 15 613 26 341 46 185 60 308 14 123 \n
Kostnader -244 117 -254 171 -10 054 -234 752 -419 150 -437 968 -18 818 \n
Varav \nkapitalkostnader \n\n-842 -475 368 -583 -1 444 -1 249 195 \n
Summa \nDriftbudget \n\n-216 509 -210 951 5 559 -208 411 -372 965 -377 660 -4 695 \n`,
  ],
  [
    '2025-units',
    julyTables(),
    ` Budget \nJan - Jul \n\n2025 \n\nUtfall Jan \n- Jul 2025 \n\nAvvikelse \nJan - Jul \n\n2025 \n\nUtfall Jan \n- Jul 2024 \n\nBudget \nhelår 2025 \n
Prognos 3 Avvikelse \nBudget-\n\nPrognos \n
Socialnämnd -1 041 -943 98  -1 784 -1 691 93 \n
Socialnämnd -1 041 -943 98  -1 784 -1 691 93 \n
Socialdirektör -5 527 -4 342 1 185 -4 244 -9 507 -7 790 1 717 \n
Avd f stöd & \nutveckling \n\n-14 528 -11 784 2 744 -15 319 -26 118 -28 194 -2 076 \n
Avd f försörjn & \narbete \n\n-32 485 -30 898 1 587 -30 464 -55 933 -55 009 924 \n
Placeringskostnader -84 646 -95 048 -10 402 -84 566 -145 107 -158 175 -13 068 \n
Avd f barn & vuxna -48 638 -53 816 -5 178 -50 794 -83 696 -92 597 -8 901 \n
Ekonomiskt bistånd -29 644 -14 120 15 524 -23 023 -50 819 -34 204 16 615 \n
Socialkontor -215 469 -210 008 5 461 -208 411 -371 181 -375 968 -4 788 \n`,
  ],
  [
    'drift',
    verksamhetsplan,
    `Driftbudget, tkr\tUtfall 2023\tBudget 2024\tBudget 2025\tPlan 2026\tPlan 2027
Intäkter\t51 993\t37 701\t46 185\t46 185\t46 185
Kostnader\t-367 826\t-380 581\t-419 150\t-433 755\t-448 100
varav kapitalkostnader\t-1 085\t-1 841\t-1 444\t-1 493\t-1 488
<b>Netto</b>\t<b>-315 833</b>\t<b>-342 880</b>\t<b>-372 965</b>\t<b>-387 570</b>\t<b>-401 915</b>`,
  ],
  [
    'internbudget',
    sodertalje,
    `Verksamhetsområde, mnkr Budget 2024 \nFörslag till \n\nbudget 2025 \nFörändring \n\nmellan åren
Arbete och försörjning  256 264 +8 \nBarn och ungdom 373 319 -54 \nFörsta linjens stöd 0 71 +71 \nVuxen missbruk 86 96 10
Vuxen socialpsykiatri 105 81 -24 \nStab socialkontoret 23 23 0 \nTillståndsenheten 0 0 0 \nNämnd 2 2 0 \nNämnden totalt 845 856 +11 \n`,
  ],
  [
    'tabell-1',
    sodertalje,
    `Tabell 1. Utbetalt bistånd  \n\n  ${months} \n\nBudget 2024 ${level}\n\nUtfall 2024  \n(prognos nov-dec) 11 071 11 429 11 650 11 493 11 467 9 613 12 972 11 599 9 930 12 094 11 600 11 600 11 377 \n\nBudget 2025 ${level}\n`,
  ],
  [
    'tabell-2',
    sodertalje,
    `Tabell 2. Budget placeringar\n\nPeriod Antal dygn Budget (tkr) Nettokostnad (tkr) \n\n2023 90 350 151 430 180 579 \n\n2024 prognos 90 350 167 130 177 085 \n\nBudget 2025 90 350 172 415 - \n`,
  ],
  [
    'tabell-4',
    sodertalje,
    `Period Dygn Budget (tkr) Nettokostnad (tkr) \n\n2023 6 330 8 146 18 327 \n\n2024 prognos 4 039 8 523 10 630 \n\nBudget 2025 4 600 9 523 - \n`,
  ],
  [
    'investments',
    sodertalje,
    `Nyinvesteringar mnkr 2025 2026 2027 \n\nInventarier Barn och ungdom 200 000 150 000 150 000 \n\nInventarier Arbete och försörjning 200 000 100 000 100 000  \n
Inventarier Första linjens stöd 1 700 000 150 000 - \n\nFamiljecentral Brunsäng/Grusåsen 600 000 - - \n\nInventarier Vuxen 100 000 100 000 - \n
Renovering/återställande av lägenheter 100 000 100 000 150 000 \n\nTotalt 2 900 000 600 000 400 000 \n`,
  ],
];

describe('tables pasted as they stand in the documents', () => {
  it.each(pasted)('%s is read as the fixture has it', (id, document, text) => {
    const printed = document.tables.find((table) => table.id === id);
    const read = orThrow(readTable(text, { id })).table;
    const cells = (table: typeof printed): unknown => table?.rows.map((row) => table.columns.map((column) => row.cells[column.id] ?? null));
    expect(cells(read)).toEqual(cells(printed));
    expect([read.unit, read.columns.length]).toEqual([printed?.unit, printed?.columns.length]);
  });
});
