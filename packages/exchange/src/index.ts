// The public face of the package: what an embedder may rely on. Everything else is closed by the package's `exports`.
export type { FileError, FileErrorReason } from './ndjson/file-error.js';
export type { EventLine, LineForm } from './ndjson/decode-line.js';
export type { Chunks, EventFile, ReadOptions } from './ndjson/read-events.js';
export { readAllEvents, readEvents } from './ndjson/read-events.js';
export { writeEvents } from './ndjson/write-events.js';

export type { RenderableColumn, RenderableTable } from './render/table-form.js';
export type { TextOptions } from './render/grid-text.js';
export type { CsvOptions } from './render/grid-csv.js';
export type { TableCsvOptions } from './render/table-csv.js';
export { reportAsMarkdown, reportAsText } from './render/report.js';
export { tableAsText } from './render/table-text.js';
export { tableAsMarkdown } from './render/table-markdown.js';
export { tableAsCsv } from './render/table-csv.js';
export { tableAsJson } from './render/table-json.js';
export type { RecordColumn } from './render/records.js';
export { recordsAsCsv, recordsAsJson, recordsAsMarkdown, recordsAsText } from './render/records.js';

export type { ReadConvention } from './read-table/conventions.js';
export type { ReadNote } from './read-table/notes.js';
export { readConventionIn, readNoteIn } from './read-table/notes.js';
export type { ReadTableError, ReadTableOptions } from './read-table/options.js';
export type { TableRead } from './read-table/read-table.js';
export { readTable } from './read-table/read-table.js';
