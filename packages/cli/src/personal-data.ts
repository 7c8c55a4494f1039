import type { Draft, EventId } from '@driftbok/core';
import type { EventTextFinding } from '@driftbok/rules';
import { lintEvent } from '@driftbok/rules';
import type { PersonalData } from './failure.js';

/** Something in an event of a file that may point out a person, with how much it weighs. */
export interface LintedEvent {
  readonly severity: EventTextFinding['severity'];
  readonly found: PersonalData;
}

/**
 * What in a file's events may point out a person: an error in a final comment, as `finalComment` of the rules has it, and elsewhere a
 * warning. A text that the same file says is erased is not taken in, and so not looked at.
 *
 * @param skipped how many lines of the file stand before these events
 */
export function lintEvents(file: string, events: readonly Draft[], skipped = 0): readonly LintedEvent[] {
  return withoutTexts(events, erasedBy(events)).flatMap((event, index) =>
    lintEvent(event).map(({ severity, field, code, from, to }) => ({
      severity,
      found: { _tag: 'PersonalData' as const, file, line: skipped + index + 1, field, code, ...wordsOf(severity, code, from, to) },
    })),
  );
}

const wordsOf = (severity: LintedEvent['severity'], code: string, from: number, to: number): Pick<PersonalData, 'expected' | 'got'> => ({
  expected: `nothing that may point out a person${severity === 'error' ? ' in a final comment, which stands' : ''}`,
  got: `${kinds[code] ?? code} at characters ${from + 1} to ${to}`,
});

const kinds: Readonly<Record<string, string>> = {
  'personal-number': 'a personal identity number',
  'coordination-number': 'a coordination number',
  'temporary-number': 'a temporary number',
  phone: 'a phone number',
  email: 'an e-mail address',
};

/** The events whose texts the events say are erased. */
export function erasedBy(events: readonly Draft[]): ReadonlySet<EventId> {
  const erased = events.flatMap(({ type, data }) => (type === 'TextRedacted' ? [(data as { readonly event: EventId }).event] : []));
  return new Set(erased);
}

export function withoutTexts<E extends Draft>(events: readonly E[], erased: ReadonlySet<EventId>): readonly E[] {
  return events.map((event) => {
    if (!erased.has(event.id) || event.text === undefined) return event;
    const { text: _text, salt: _salt, ...bare } = event;
    return bare as E; // text and salt are optional in every event
  });
}
