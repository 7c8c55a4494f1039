// The public face of the package: what an embedder may rely on. Everything else is closed by the package's `exports`.
export type { FileError, FileErrorReason } from './ndjson/file-error.js';
export type { EventLine, LineForm } from './ndjson/decode-line.js';
export type { Chunks, EventFile, ReadOptions } from './ndjson/read-events.js';
export { readAllEvents, readEvents } from './ndjson/read-events.js';
export { writeEvents } from './ndjson/write-events.js';
