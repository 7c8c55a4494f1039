// The cells of Norrtälje's two July reports as printed: the row, then budget and outcome for the period, their deviation, last year's
// outcome, budget and forecast for the year, their deviation. Four rows of the driftredovisning, then the units; blanks are blanks.
const july2024 = [
  'income\t21 992\t26 341\t4 349\t29 394\t37 701\t51 622\t13 921',
  'cost\t-221 432\t-234 752\t-13 320\t-202 872\t-380 581\t-412 109\t-31 528',
  'capital-cost\t-1 074\t-583\t491\t-652\t-1 841\t-1 654\t187',
  'net\t-199 440\t-208 411\t-8 971\t-173 477\t-342 880\t-360 487\t-17 607',
  '510\t-4 339\t-4 244\t95\t-3 701\t-7 534\t-8 315\t-781',
  '511\t-15 392\t-15 319\t72\t-13 769\t-26 458\t-28 306\t-1 848',
  '512\t-30 227\t-30 464\t-237\t-24 029\t-52 238\t-54 654\t-2 416',
  '513\t-74 461\t-84 566\t-10 105\t-71 190\t-127 648\t-143 843\t-16 196',
  '514\t-45 443\t-50 794\t-5 351\t-38 269\t-78 297\t-86 513\t-8 216',
  '515\t-29 578\t-23 023\t6 555\t-22 518\t-50 705\t-38 855\t11 850',
  '51\t-199 440\t-208 411\t-8 971\t-173 477\t-342 880\t-360 487\t-17 607',
];

const july2025 = [
  'income\t27 608\t43 221\t15 613\t26 341\t46 185\t60 308\t14 123',
  'cost\t-244 117\t-254 171\t-10 054\t-234 752\t-419 150\t-437 968\t-18 818',
  'capital-cost\t-842\t-475\t368\t-583\t-1 444\t-1 249\t195',
  'net\t-216 509\t-210 951\t5 559\t-208 411\t-372 965\t-377 660\t-4 695',
  '500\t-1 041\t-943\t98\t\t-1 784\t-1 691\t93',
  '50\t-1 041\t-943\t98\t\t-1 784\t-1 691\t93',
  '510\t-5 527\t-4 342\t1 185\t-4 244\t-9 507\t-7 790\t1 717',
  '511\t-14 528\t-11 784\t2 744\t-15 319\t-26 118\t-28 194\t-2 076',
  '512\t-32 485\t-30 898\t1 587\t-30 464\t-55 933\t-55 009\t924',
  '513\t-84 646\t-95 048\t-10 402\t-84 566\t-145 107\t-158 175\t-13 068',
  '514\t-48 638\t-53 816\t-5 178\t-50 794\t-83 696\t-92 597\t-8 901',
  '515\t-29 644\t-14 120\t15 524\t-23 023\t-50 819\t-34 204\t16 615',
  '51\t-215 469\t-210 008\t5 461\t-208 411\t-371 181\t-375 968\t-4 788',
];

export interface PrintedRow {
  readonly id: string;
  readonly cells: readonly string[];
}

const read = (lines: readonly string[]): readonly PrintedRow[] =>
  lines.map((line) => {
    const [id = '', ...cells] = line.split('\t');
    return { id, cells };
  });

export const printedReports: Readonly<Record<'2024-07' | '2025-07', readonly PrintedRow[]>> = {
  '2024-07': read(july2024),
  '2025-07': read(july2025),
};
