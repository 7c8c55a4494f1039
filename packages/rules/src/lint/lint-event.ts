import type { Draft, Json } from '@driftbok/core';
import type { TextFinding } from './lint-text.js';
import { lintText } from './lint-text.js';

/** Something in an event that may point out a person: where, and not what. `from` and `to` are places in that field. */
export interface EventTextFinding extends TextFinding {
  /** `text`, or the path of a label: `data.reasons.0.label`. */
  readonly field: string;
  /** A final comment stands as it is: that is an error. Everything else can be said again, or otherwise: a warning. */
  readonly severity: 'error' | 'warning';
}

/** The keys of data under which people write what they like. Ids, codes and amounts are made otherwise. */
const free: ReadonlySet<string> = new Set('label reason responsible source words unit name municipality legalBasis'.split(' '));

/**
 * Looks through all that people write in an event: its text, the labels and the like in its data, and the document that it names.
 *
 * @example
 * ```ts
 * import { lintEvent } from '@driftbok/rules';
 * const label = 'Ring 0176-710 00';
 * lintEvent({ type: 'GoalSet', data: { goal: 'g1', label } }).map(({ field, code, severity }) => [field, code, severity]) // => [['data.label', 'phone', 'warning']]
 * ```
 */
export function lintEvent({ type, data, text, source }: Pick<Draft, 'type' | 'data' | 'text' | 'source'>): readonly EventTextFinding[] {
  const final = type === 'CommentMade' && isObject(data) && data['standing'] === 'final';
  const found = (field: string, severity: EventTextFinding['severity'], value: string): readonly EventTextFinding[] =>
    lintText(value).map((finding) => ({ field, severity, ...finding }));
  return [
    ...found('text', final ? 'error' : 'warning', text ?? ''),
    ...labelsIn(data, 'data').flatMap(([field, value]) => found(field, 'warning', value)),
    ...found('source.document', 'warning', source?.document ?? ''),
  ];
}

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function labelsIn(value: Json, path: string): readonly (readonly [field: string, label: string])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, Json]) =>
    // The rows of lines hold codes and amounts, and may be very many.
    Array.isArray(value) && Array.isArray(inner)
      ? []
      : typeof inner === 'string'
        ? free.has(key)
          ? [[`${path}.${key}`, inner] as const]
          : []
        : labelsIn(inner, `${path}.${key}`),
  );
}
