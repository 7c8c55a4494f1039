/** A language that findings are told in. Their codes are English in both. */
export type Language = 'sv' | 'en';
