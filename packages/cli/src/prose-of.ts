import type { Language, Prose } from '@driftbok/rules';
import { englishProse, swedishProse } from '@driftbok/rules';

/** The words of the language that `--language` names; Swedish where it is left out. */
export const proseOf = (language: string | undefined): Prose => (language === 'en' ? englishProse : swedishProse);

/** The language that `--language` names; Swedish where it is left out. */
export const languageOf = (language: string | undefined): Language => (language === 'en' ? 'en' : 'sv');
