import type { RegisterTemplate } from '../../registers/template.js';

export const goalRegisters: readonly RegisterTemplate[] = [];
