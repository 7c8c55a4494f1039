// How often the changed cell comes first, and how long a table of 300 rows by 12 columns takes. From the last build:
//   node packages/rules/scripts/audit-share.mjs [tables]
import { audit } from '../dist/audit.js';

/** A generator with a seed, so that the figures come back. @param {number} seed */
function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** @param {number} ore */
const printed = (ore) => {
  const steps = Math.floor((Math.abs(ore) + 50_000) / 100_000);
  return `${ore < 0 && steps > 0 ? '-' : ''}${String(steps).replace(/\B(?=(\d{3})+$)/g, ' ')}`;
};

/**
 * Units in groups in a total; pairs of columns with their difference.
 * @param {() => number} next @param {number} units @param {number} size @param {number} pairs @param {boolean} tied
 */
function tableOf(next, units, size, pairs, tied) {
  const ids = Array.from({ length: pairs }, (_, k) => [`b${k}`, `o${k}`, `d${k}`]);
  const columns = ids.flatMap(([b = '', o = '', d = '']) => [
    { id: b, label: '' },
    { id: o, label: '' },
    { id: d, label: '', ...(tied ? { equals: `${o} - ${b}` } : {}) },
  ]);
  const draw = () =>
    ids.flatMap(() => {
      const [b, o] = [Math.round((next() - 0.8) * 5e9), Math.round((next() - 0.8) * 5e9)];
      return [b, o, o - b];
    });
  /** @param {number[][]} rows */
  const add = (rows) => columns.map((_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  /** @param {string} id @param {number[]} exact @param {string[]} [sum] */
  const row = (id, exact, sum) => ({
    id,
    label: '',
    ...(sum ? { sum } : {}),
    cells: Object.fromEntries(columns.map((column, at) => [column.id, printed(exact[at] ?? 0)])),
  });
  const exact = Array.from({ length: units }, draw);
  const groups = Array.from({ length: Math.ceil(units / size) }, (_, g) => exact.slice(g * size, g * size + size));
  const rows = [
    ...exact.map((each, at) => row(`u${at}`, each)),
    ...groups.map((group, g) =>
      row(
        `g${g}`,
        add(group),
        group.map((_, at) => `u${g * size + at}`),
      ),
    ),
    row(
      'total',
      add(exact),
      groups.map((_, g) => `g${g}`),
    ),
  ];
  return { tables: [{ id: 't', unit: 'tkr', decimals: 0, columns, rows }] };
}

/** @param {string} text @param {() => number} next */
function otherDigit(text, next) {
  const places = text.split('').flatMap((char, at) => (/\d/.test(char) ? [at] : []));
  const at = places[Math.floor(next() * places.length)] ?? 0;
  const digit = (Number(text[at]) + 1 + Math.floor(next() * 8)) % 10 || 1;
  return `${text.slice(0, at)}${digit === Number(text[at]) ? (digit % 9) + 1 : digit}${text.slice(at + 1)}`;
}

/** @param {boolean} tied @param {number} count */
async function share(tied, count) {
  const next = random(2025);
  let [infeasible, first, among] = [0, 0, 0];
  for (let at = 0; at < count; at++) {
    const document = tableOf(next, 4 + Math.floor(next() * 16), 5, 2, tied);
    const [table] = document.tables;
    const row = table?.rows[Math.floor(next() * table.rows.length)];
    const column = table?.columns[Math.floor(next() * table.columns.length)]?.id ?? '';
    if (row === undefined) continue;
    row.cells[column] = otherDigit(row.cells[column] ?? '', next);
    const report = await audit(document);
    if (report._tag === 'Left' || report.right.feasible === true) continue;
    const sets = report.right.findings
      .filter(({ severity }) => severity === 'error')
      .flatMap(({ where, alternatives }) => [where, ...alternatives]);
    infeasible++;
    if (sets[0]?.includes(`t/${row.id}/${column}`)) first++;
    if (sets.some((set) => set.includes(`t/${row.id}/${column}`))) among++;
  }
  /** @param {number} n */
  const percent = (n) => `${((100 * n) / infeasible).toFixed(1)} %`;
  const ties = tied ? 'row and column ties' : 'row ties only';
  console.log(`${ties}: ${count} tables, ${infeasible} infeasible; first ${percent(first)}, among those blamed ${percent(among)}`);
}

const count = Number(process.argv[2] ?? '300');
await share(true, count);
await share(false, count);

const large = tableOf(random(5), 284, 19, 4, true);
for (const change of [undefined, '-99 999']) {
  const row = large.tables[0]?.rows[5];
  if (change !== undefined && row !== undefined) row.cells['o1'] = change;
  const start = performance.now();
  const report = await audit(large, { now: () => performance.now() });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const feasible = report._tag === 'Right' && report.right.feasible;
  console.log(`${large.tables[0]?.rows.length} × ${large.tables[0]?.columns.length}, feasible ${feasible}: ${seconds} s`);
}
