/** The bytes of UTF-8. */
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The bytes of Latin-1; what it has no letter for becomes 0xff. */
export const latin1 = (text: string): Uint8Array => Uint8Array.from(codeUnits(text), (unit) => Math.min(unit, 255));

/** The bytes of UTF-16. */
export const utf16 = (text: string, bigFirst = false): Uint8Array =>
  Uint8Array.from(codeUnits(text).flatMap((unit) => (bigFirst ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));

const codeUnits = (text: string): readonly number[] => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
