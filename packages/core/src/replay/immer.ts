import { Immer, enableMapSet } from 'immer';

enableMapSet();

/**
 * An instance of our own: a host that changes the settings of immer's shared one does not change ours. It does not freeze: state holds
 * parts of events, which belong to the caller.
 */
export const immer: Immer = new Immer({ autoFreeze: false });
