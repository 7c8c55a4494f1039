const year = /^(19|20)\d\d$/;
const month = /^(jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-zåäö]*\.?$/i;

/** Words that a column's heading begins with. With a small first letter they go on with the heading before. */
const beginnings = new Set(
  [
    'Budget Detaljbudget Internbudget Helårsbudget Årsbudget Utfall Bokslut Delår Ackumulerat',
    'Prognos Helårsprognos Plan Förslag Ram Kommunbidrag Föregående Avvikelse Differens Diff Förändring Förbrukat Förbrukning',
    'Antal Dygn Nettokostnad Andel Snitt Medel Förväntad Realiserad % Procent',
  ].flatMap((line) => line.split(' ')),
);
const differences = new Set(['Avvikelse', 'Differens', 'Diff', 'Förändring']);

/** Lines of a header as one: a hyphen at the end of a line goes on in the next. */
export const joinedHeader = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trim())
    .join(' ')
    .replace(/(\p{L})- +(?=\p{L})/gu, '$1-')
    .trim();

/**
 * The columns that a header names, where nothing but words tells them apart: a heading begins with a word that headings begin with, or
 * with each of several months or years in a row. What comes before the first heads the labels. Empty where no word is known.
 */
export function headingsOf(header: string): readonly string[] {
  const words = header.split(/\s+/).filter((word) => word !== '');
  const inRun = (at: number, kind: RegExp, least: number): boolean => {
    let from = at;
    let to = at;
    while (kind.test(words[from - 1] ?? '')) from--;
    while (kind.test(words[to + 1] ?? '')) to++;
    return kind.test(words[at] ?? '') && to - from + 1 >= least;
  };
  // "Avvikelse Budget - Prognos" is one heading.
  const inDifference = (at: number): boolean =>
    (differences.has(words[at - 1] ?? '') && words[at + 1] === '-') || (words[at - 1] === '-' && differences.has(words[at - 3] ?? ''));
  const headings: string[] = [];
  for (const [at, word] of words.entries()) {
    const begins = (beginnings.has(word.replace(/[,:]$/, '')) && !inDifference(at)) || inRun(at, month, 3) || inRun(at, year, 2);
    if (begins) headings.push(word);
    else if (headings.length > 0) headings.push(`${headings.pop() ?? ''} ${word}`);
  }
  return headings;
}
