/** Whether a value is an object with one of these keys. */
export const hasKey = (u: unknown, ...keys: readonly string[]): boolean =>
  typeof u === 'object' && u !== null && keys.some((key) => Object.hasOwn(u, key));
