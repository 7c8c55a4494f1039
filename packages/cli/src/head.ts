import type { Either, Head } from '@driftbok/core';
import { left, right } from '@driftbok/core';
import type { UsageError } from './failure.js';
import { usage } from './failure.js';

/** What a head says of itself, on one line. */
export const headText = ({ position, recordedAt, hash }: Head): string => `${position}, recorded ${recordedAt}, ${hash}`;

/** What nothing in a ledger can prove: its end may have been cut off, and what is left is as whole as before. */
export const cutUnproven = 'not shown: that nothing was cut off its end; hold it against a published head, --head <position>:<hash>';

/** Reads a head as `head` prints it for `verify`: `<position>:<hash>`. Left: `UsageError`. */
export function parseHead(text: string): Either<UsageError, Pick<Head, 'position' | 'hash'>> {
  const [, position, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text) ?? [];
  return position === undefined || hash === undefined
    ? left(usage('--head', '<position>:<hash>, as head prints it', text))
    : right({ position: Number(position), hash });
}
