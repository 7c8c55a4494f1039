// What takes two columns of a terminal: East Asian wide characters and emoji. The rest takes one, and what combines takes none.
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NO_WIDTH = /[\p{Mark}\p{Format}]/u;
const PRINTABLE_ASCII = /^[ -~]*$/;

/** How many columns of a terminal a text takes: "å" is one, composed or not. */
export function displayWidth(text: string): number {
  if (PRINTABLE_ASCII.test(text)) return text.length;
  let width = 0;
  for (const char of text) width += NO_WIDTH.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return width;
}

/** A text with blanks before it, as wide as asked or wider. */
export const padLeft = (text: string, width: number): string => ' '.repeat(Math.max(0, width - displayWidth(text))) + text;

/** A text with blanks after it, as wide as asked or wider. */
export const padRight = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - displayWidth(text)));

// Escape sequences would command the reader's terminal, and marks of direction would show a number other than it is.
const HOSTILE = /[\p{Control}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text on one line that only shows: line ends and tabs become blanks, other controls and marks of direction U+FFFD. */
export const plainLine = (text: string): string => text.replace(/[\t\n\r\u2028\u2029]+/g, ' ').replace(HOSTILE, '\ufffd');
