// Every host has it: browsers, workers, Node, Deno. Declared by hand, as much as is used, so that neither the DOM's nor Node's
// global types come into a package that has to do without both.
declare const TextDecoder: new (
  label: 'utf-8',
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array, options?: { readonly stream: boolean }): string };

// `ignoreBOM` means: leave it in the text. A reader that swallowed it would not give back the bytes it was given.
const strict = { fatal: true, ignoreBOM: true } as const;
const decoder = new TextDecoder('utf-8', strict);

/** The text of UTF-8 bytes, or nothing where they are none. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Where bytes stop being UTF-8. */
export interface BadBytes {
  /** The index of the first byte of what is no character. */
  readonly at: number;
  /** Whether all is right but for the end of the last character, which is missing. */
  readonly incomplete: boolean;
}

/** Where bytes that are not UTF-8 stop being it. Halves them until it is found, so it is quick for the longest line. */
export function firstBadByte(bytes: Uint8Array): BadBytes {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (startsUtf8(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  // What still could have become a character is as bad as the byte that broke it: a Latin-1 "å" looks like the start of one.
  let at = good;
  while (at > 0 && utf8Text(bytes.subarray(0, at)) === undefined) at--;
  return { at, incomplete: good === bytes.length };
}

function startsUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', strict).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
