import type { ShownMetric } from '../signs/metric.js';
import type { SpecTemplate } from '../spec/template.js';
import { isRatio } from '../spec/template.js';

/**
 * What each column of a template shows, by column id: its metric, which says how it is signed and whether it is good news. Differences
 * that say no metric are left out.
 *
 * @example
 * ```ts
 * import { metricsOf, norrtalje, templateOf } from '@driftbok/rules';
 * metricsOf(templateOf(norrtalje, 'driftredovisning')).get('deviation_year') // => 'forecast-deviation'
 * ```
 */
export function metricsOf(template: SpecTemplate | undefined): ReadonlyMap<string, ShownMetric> {
  return new Map(
    (template?.columns ?? []).flatMap((column) =>
      isRatio(column) || column.metric === undefined ? [] : [[column.id, column.metric] as const],
    ),
  );
}
