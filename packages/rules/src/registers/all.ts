import type { Register } from './register.js';

/** The registers, by name. */
export const registers: ReadonlyMap<string, Register> = new Map<string, Register>([]);
