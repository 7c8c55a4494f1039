import type { Book, Either, Month } from '@driftbok/core';
import type { PresentedFinding } from '../present/presented.js';
import type { Preset } from '../presets/preset.js';
import type { Entry } from './field.js';

/** What a register's table is asked for: the report's period, and its round where it has one. */
export interface RegisterAbout {
  readonly period: Month;
  readonly round?: string;
  /** Which entries, from the template. */
  readonly where: Readonly<Record<string, string>>;
  /** How the template says the register's words, for what is found. */
  readonly words: Readonly<Record<string, string>>;
  /** The municipality's words, its tables, its rules for goals, and what its running operations are. */
  readonly preset: Pick<Preset, 'words' | 'templates' | 'goals' | 'operations'>;
}

/** The entries of a register as a book has them, and what a reader should know. */
export interface RegisterContent {
  readonly entries: readonly Entry[];
  readonly findings: readonly PresentedFinding[];
}

/** A register that cannot be drawn as asked. */
export interface RegisterError {
  readonly _tag: 'RegisterError';
  readonly reason: 'unknown-register' | 'unknown-field' | 'where' | 'overflow';
  readonly where: string;
  readonly expected: string;
  readonly got: string;
}

/** A projection of a book onto things with a life. */
export interface Register {
  /** The fields that its entries may have. */
  readonly fields: readonly string[];
  /** What it can be asked for. */
  readonly asks: readonly string[];
  readonly read: (book: Book, about: RegisterAbout) => Either<RegisterError, RegisterContent>;
}
