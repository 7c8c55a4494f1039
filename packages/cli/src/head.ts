import type { Either, Head } from '@driftbok/core';
import { left, right } from '@driftbok/core';
import type { Language } from '@driftbok/rules';
import type { UsageError } from './failure.js';
import { usage } from './failure.js';

/** What a head says of itself, on one line. */
export const headText = ({ position, recordedAt, hash }: Head): string => `${position}, recorded ${recordedAt}, ${hash}`;

/** Whether a head that was published is still there; without one, what is not shown: an end that is cut off leaves a whole chain. */
export const headHeld: Readonly<Record<Language, (published: number | undefined) => string>> = {
  sv: (published) =>
    published === undefined
      ? 'visar inte att inget är bortskuret i slutet; pröva mot ett publicerat huvud, --head <position>:<hash>'
      : `det publicerade huvudet finns kvar, ${published}`,
  en: (published) =>
    published === undefined
      ? 'not shown: that nothing was cut off its end; hold it against a published head, --head <position>:<hash>'
      : `it holds the published head, ${published}`,
};

/** Reads a head as `head` prints it for `verify`: `<position>:<hash>`. Left: `UsageError`. */
export function parseHead(text: string): Either<UsageError, Pick<Head, 'position' | 'hash'>> {
  const [, position, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text) ?? [];
  return position === undefined || hash === undefined
    ? left(usage('--head', '<position>:<hash>, as head prints it', text))
    : right({ position: Number(position), hash });
}
