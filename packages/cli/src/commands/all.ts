import type { Command } from '../command.js';
import { auditCommand } from './audit.js';
import { backupCommand } from './backup.js';
import { checkCommand } from './check.js';
import { demoCommand } from './demo.js';
import { diffCommand } from './diff.js';
import { eventsCommand } from './events.js';
import { explainCommand } from './explain.js';
import { exportCommand } from './export.js';
import { headCommand } from './head.js';
import { historyCommand } from './history.js';
import { importCommand } from './import.js';
import { migrateCommand } from './migrate.js';
import { redactCommand } from './redact.js';
import { reportCommand } from './report.js';
import { roundsCommand } from './rounds.js';
import { tableCommand } from './table.js';
import { traceCommand } from './trace.js';
import { verifyCommand } from './verify.js';

/** The commands, in the order that somebody meets them. */
export const commands: readonly Command[] = [
  demoCommand,
  reportCommand,
  tableCommand,
  traceCommand,
  explainCommand,
  historyCommand,
  diffCommand,
  roundsCommand,
  eventsCommand,
  importCommand,
  exportCommand,
  checkCommand,
  verifyCommand,
  headCommand,
  redactCommand,
  backupCommand,
  migrateCommand,
  auditCommand,
];
