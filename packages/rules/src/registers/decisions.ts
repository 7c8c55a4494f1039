import type { DecisionMatter } from '@driftbok/core';
import { decisionsOf, right } from '@driftbok/core';
import type { Entry } from './field.js';
import { textField, wordField } from './field.js';
import type { Register } from './register.js';

/** A row for each time that a matter was taken up, and beneath the first one for each of its points. */
function entriesOf({ id, label, points, steps }: DecisionMatter): readonly Entry[] {
  return steps.flatMap(({ stage, decision, outcome }, at): readonly Entry[] => [
    {
      id: at === 0 ? id : `${id}.${at + 1}`,
      label,
      level: 0,
      fields: {
        body: textField(decision?.body),
        day: textField(decision?.date),
        paragraph: textField(decision?.paragraph),
        registry: textField(decision?.registryNumber),
        stage: wordField(stage),
        outcome: wordField(outcome),
      },
    },
    ...(at > 0 ? [] : points.map((point) => ({ id: `${id}/${point.id}`, label: `${point.id}. ${point.label}`, level: 1, fields: {} }))),
  ]);
}

/** The matters that a body took up, or was to take up, in the period's year: proposed, planned, decided. */
export const decisionsRegister: Register = {
  fields: ['body', 'day', 'paragraph', 'registry', 'stage', 'outcome'],
  asks: [],
  read: (book, { period }) => {
    const ofYear = ({ steps }: DecisionMatter): boolean =>
      steps.some(({ decision, recordedAt }) => (decision?.date ?? recordedAt).slice(0, 4) === period.slice(0, 4));
    return right({ entries: decisionsOf(book).filter(ofYear).flatMap(entriesOf), findings: [] });
  },
};
