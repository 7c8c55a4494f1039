import fc from 'fast-check';

// One seed for every property: a failure comes back on the next run, and no mutant survives or dies by luck.
// `FC_SEED=… npm test` explores others.
const defaultSeed = 20250731;

fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? defaultSeed) });
