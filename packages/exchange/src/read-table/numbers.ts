const figure = /^[-+]? ?([1-9]\d{0,2}( \d{3})+|[1-9]\d*|0)([,.]\d+)?( ?%)?$/;

/** Whether a text is one printed cell: a figure, a dash, an asterisk. Its marks are plain. */
export const isCell = (text: string): boolean => figure.test(text) || /^[-*]$/.test(text);

/** How many decimals a cell is printed with. */
export const decimalsOf = (cell: string | null): number => /[,.](\d+)/.exec(cell ?? '')?.[1]?.length ?? 0;

/** The value of a cell, for a trial: a dash is nothing, NaN where there is none. */
export const valueOf = (text: string): number => (text === '-' ? 0 : Number(text.replace(/[ +%]/g, '').replace(',', '.')));

/**
 * Every way in which a run of figures without other separators is so many cells: "-55 933 -55 009 924" is three cells in one way
 * (-55 933, -55 009, 924) and two in another. At most `limit` ways.
 */
export function splits(run: string, cells: number, limit = 5000): readonly (readonly string[])[] {
  const words = run.trim().split(/ +/);
  const found: (readonly string[])[] = [];
  const take = (at: number, taken: readonly string[]): void => {
    if (found.length >= limit) return;
    if (at === words.length) {
      if (taken.length === cells) found.push(taken);
      return;
    }
    // So many words are left as cells are at least needed for them.
    if (taken.length === cells || words.length - at < cells - taken.length) return;
    for (let end = at + 1; end <= words.length; end++) {
      const cell = words.slice(at, end).join(' ');
      if (isCell(cell)) take(end, [...taken, cell]);
      else if (end - at > 6) break;
    }
  };
  take(0, []);
  return found;
}
