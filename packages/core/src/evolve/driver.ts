import type { Draft as Mutable } from 'immer';
import type { UnitPriceStated, VolumeStated } from '../events/driver.js';
import type { Placed } from './context.js';
import { driverKey } from './driver-state.js';
import type { MutableState } from './state.js';

export function volumeStated(state: MutableState, { id, data }: Placed<VolumeStated>): void {
  for (const volume of data.volumes) state.volumes.set(driverKey(data, volume), stated(id, data, volume));
}

export function unitPriceStated(state: MutableState, { id, data }: Placed<UnitPriceStated>): void {
  for (const price of data.prices) state.prices.set(driverKey(data, price), stated(id, data, price));
}

type Of = Pick<VolumeStated, 'year' | 'kind' | 'round'>;
type Told<A> = A & { readonly year: string; readonly kind: Of['kind']; readonly round: string | undefined; readonly event: string };

const stated = <A extends object>(event: string, { year, kind, round }: Of, item: A): Mutable<Told<A>> =>
  ({ year, kind, round, event, ...item }) as Mutable<Told<A>>;
