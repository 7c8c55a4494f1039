/** A CSV reader of a few lines that shares nothing with the writer: the cells of each line, quotes undone. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === ';' || (char === '\r' && text[at + 1] === '\n')) {
      lines[lines.length - 1]?.push(cell);
      cell = '';
      if (char === '\r') {
        lines.push([]);
        at++;
      }
    } else cell += char;
  }
  if (cell !== '' || quoted || lines.pop()?.length !== 0) throw new Error('each line ends with "\\r\\n"');
  return lines;
}
