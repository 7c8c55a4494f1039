import type { Command } from '../command.js';
import { checkCommand } from './check.js';
import { demoCommand } from './demo.js';
import { eventsCommand } from './events.js';
import { exportCommand } from './export.js';
import { importCommand } from './import.js';
import { roundsCommand } from './rounds.js';
import { tableCommand } from './table.js';
import { traceCommand } from './trace.js';

/** The commands, in the order that somebody meets them. */
export const commands: readonly Command[] = [
  demoCommand,
  tableCommand,
  traceCommand,
  roundsCommand,
  eventsCommand,
  importCommand,
  exportCommand,
  checkCommand,
];
