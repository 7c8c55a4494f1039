/**
 * A text in which no PostgreSQL address shows its password. What an address holds is not always what was meant: all up to the last "@"
 * goes, since a password may hold any sign.
 */
export function withoutPasswords(text: string): string {
  return text.replace(/(postgres(?:ql)?:\/\/).*@/gis, '$1…@').replace(/(password=)[^&\s]*/gi, '$1…');
}
