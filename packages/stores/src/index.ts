// Both stores. The subpaths `/sqlite` and `/postgres` load the one without the other's driver.
export * from './postgres.js';
export * from './sqlite.js';
