import type { PresentedTable } from '@driftbok/rules';

export const printJson = (value: unknown): string => `${JSON.stringify(value)}\n`;
export function printTable(table: PresentedTable, format = 'text'): string {
  if (format === 'json') return printJson(table);
  return (
    `${table.title} (${table.unit})\n` +
    printRecords(
      ['label', ...table.columns.map(({ id }) => id)],
      table.rows.map(({ label, cells }) => ({ label, ...Object.fromEntries(Object.entries(cells).map(([k, v]) => [k, v?.shown ?? ''])) })),
      format,
    ) +
    table.findings.map(({ severity, message }) => `${severity}: ${message}\n`).join('')
  );
}
export function printRecords(columns: readonly string[], records: readonly Readonly<Record<string, string>>[], format = 'text'): string {
  if (format === 'csv') return [columns, ...records.map((r) => columns.map((c) => r[c] ?? ''))].map((r) => r.join(';')).join('\n') + '\n';
  const rows = [columns, ...records.map((r) => columns.map((c) => r[c] ?? ''))];
  const w = columns.map((_, i) => Math.max(...rows.map((r) => (r[i] ?? '').length)));
  return (
    rows
      .map((r) =>
        r
          .map((c, i) => c.padEnd(w[i] ?? 0))
          .join('  ')
          .trimEnd(),
      )
      .join('\n') + '\n'
  );
}
