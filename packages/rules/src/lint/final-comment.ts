import type { Actor, CommentMade, Either, Source } from '@driftbok/core';
import { left, right } from '@driftbok/core';
import type { TextFinding } from './lint-text.js';
import { lintText } from './lint-text.js';

/** A text that may point out a person, and so is not made final. `findings` say where, not what. */
export interface LintError {
  readonly _tag: 'LintError';
  readonly comment: string;
  readonly findings: readonly TextFinding[];
}

/** What a final comment says, and who makes it. */
export interface FinalComment extends Pick<CommentMade, 'comment' | 'about' | 'kind' | 'asOf'> {
  readonly text: string;
  readonly actor: Actor;
  readonly source?: Source;
}

/** A command that a ledger's `record` takes. The ledger salts the text and puts its hash into the data. */
export interface CommentCommand {
  readonly type: 'CommentMade';
  readonly actor: Actor;
  readonly source?: Source;
  readonly text: string;
  readonly data: Omit<CommentMade, 'textHash'>;
}

/**
 * The command that makes a comment final, once its text is looked through by {@link lintText}. It stands here and not among what the core
 * decides: a text lies beside the event and may be erased, so no rule of history can rest on it. Whoever takes in final comments by
 * another way calls `lintText` first.
 *
 * Left: `LintError` where something in the text may point out a person.
 *
 * @example
 * ```ts
 * import { finalComment } from '@driftbok/rules';
 * const about = { round: '2025-P3' };
 * const actor = { role: 'controller', id: 'u1' };
 * finalComment({ comment: 'k1', about, kind: 'status', asOf: '2025-07-31', text: 'Ring 0176-710 00.', actor })._tag // => 'Left'
 * ```
 */
export function finalComment({ comment, about, kind, asOf, text, actor, source }: FinalComment): Either<LintError, CommentCommand> {
  const findings = lintText(text);
  if (findings.length > 0) return left({ _tag: 'LintError', comment, findings });
  const data = { comment, about, standing: 'final', kind, asOf } as const;
  return right({ type: 'CommentMade', actor, ...(source === undefined ? {} : { source }), text, data });
}
