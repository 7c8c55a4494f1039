import type { LedgerFault, StoreError } from '@driftbok/core';

/** What a store refuses, cannot do or holds, in words. */
export function ofStore(error: StoreError | LedgerFault): string {
  switch (error._tag) {
    case 'Unavailable':
      return `cannot ${error.operation}: ${error.got}`;
    case 'InvalidInput':
      return `${error.where}: ${words(error)} (invalid-input)`;
    case 'Corrupt':
    case 'LedgerFault':
      return `${error.position}: ${words(error)} (${error.kind})`;
    case 'VersionConflict':
      return `${error.where}: expected ${error.expected}, got ${error.actual}: others are writing; nothing more was written, try again (version-conflict)`;
    case 'DuplicateId':
      return `event ${error.id}: ${words(error)} (other-content)`;
    case 'TimeFalls':
      return `event ${error.id}: ${words(error)} (time-falls)`;
    case 'TextMismatch':
      return `event ${error.id}: ${words(error)} (text-hash)`;
    case 'TextErased':
      return `event ${error.id}: expected no text, since it was erased, got one (text-erased)`;
    case 'NothingToRedact':
      return `event ${error.event}: ${words(error)} (nothing-to-redact)`;
  }
}

const words = ({ expected, got }: { readonly expected: string; readonly got: string }): string => `expected ${expected}, got ${got}`;
