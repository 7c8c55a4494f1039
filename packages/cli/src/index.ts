// The public face of the package: the program as a function, for hosts other than a terminal.
export type { Io, StorePlace, Stores } from './io.js';
export { run } from './run.js';
