import type { Hash, Recorded } from '@driftbok/core';
import { chainChecker, isLeft, sha256Hex } from '@driftbok/core';
import type { Fault, Pass } from './finding.js';
import type { Said, VerifySentence } from './sentences.js';

const fault = (code: 'positions' | 'chain', position: number, sentence: VerifySentence, words: Said['words']): Fault => ({
  code,
  where: [`position:${position}`],
  by: '',
  said: { sentence, words: { position, ...words } },
});

/** Positions without gaps, versions without gaps in each stream, and a time that never falls. */
export function positionFindings(events: readonly Recorded[]): Pass {
  const versions = new Map<string, number>();
  const faults: Fault[] = [];
  let before = '';
  for (const [index, { position, stream, version, recordedAt }] of events.entries()) {
    if (position !== index + 1) faults.push(fault('positions', position, 'position', { expected: index + 1 }));
    const next = (versions.get(stream) ?? 0) + 1;
    if (version !== next) faults.push(fault('positions', position, 'version', { expected: next, stream, got: version }));
    if (recordedAt < before) faults.push(fault('positions', position, 'time-falls', { at: recordedAt }));
    versions.set(stream, version);
    before = recordedAt;
  }
  return { checked: events.length, faults };
}

/** Each event's hash covers it and the one before. After the first break nothing more can be told of the chain. */
export function chainFindings(events: readonly Recorded[], hash: Hash = sha256Hex): Pass {
  const check = chainChecker(hash);
  for (const [index, event] of events.entries()) {
    const checked = check(event);
    if (isLeft(checked)) {
      const { reason, expected, got } = checked.left;
      return { checked: index + 1, faults: [fault('chain', event.position, 'chain', { reason, expected, got })] };
    }
  }
  return { checked: events.length, faults: [] };
}
