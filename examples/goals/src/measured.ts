import type { Draft, Json, StandardEvents } from '@driftbok/core';
import { standardCatalogue } from '@driftbok/core';

let serial = 0;

/** An event of a tool's own day: what was learnt in May 2025 of the first four months. */
function learnt<T extends 'IndicatorMeasured' | 'IndicatorAssessed'>(type: T, data: StandardEvents[T]): Draft {
  return {
    id: `0196a000-0000-7000-8000-${String(++serial).padStart(12, '0')}`,
    stream: standardCatalogue.get(type)?.stream(data) ?? '',
    type,
    schemaVersion: 1,
    recordedAt: '2025-05-06T09:00:00.000Z',
    actor: { role: 'controller', id: 'example' },
    data: data as unknown as Json,
  };
}

/** A value from January to April. */
export const measured = (indicator: string, value: string): Draft =>
  learnt('IndicatorMeasured', {
    indicator,
    window: { from: '2025-01-01', to: '2025-04-30' },
    role: 'outcome',
    state: 'measured',
    value,
  });

/** A colour that people gave at the end of April. */
export const assessed = (indicator: string, colour: 'green' | 'yellow' | 'red'): Draft =>
  learnt('IndicatorAssessed', { indicator, year: '2025', asOf: '2025-04-30', colour });
