import { randomBytes } from 'node:crypto';

/** Now, in UTC, to the millisecond. */
export const clock = (): string => new Date().toISOString();

/** A UUIDv7: 48 bits of time, then random ones, with the version and the variant in their places. */
export function newId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  const random = randomBytes(10).toString('hex');
  const variant = (8 + (parseInt(random.charAt(3), 16) % 4)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`;
}
