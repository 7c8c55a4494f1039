import type { Prose } from '@driftbok/rules';
import { englishProse, swedishProse } from '@driftbok/rules';

/** The words of the language that `--language` names; Swedish where it is left out. */
export const proseOf = (language: string | undefined): Prose => (language === 'en' ? englishProse : swedishProse);
