import type { Codec, Either, Issue } from '@driftbok/core';
import { isRight, issues, left, right } from '@driftbok/core';

/** Data from outside that is not what it should be, under the tag of what it should have been. */
export interface Undecoded<Tag extends string> {
  readonly _tag: Tag;
  /** One for each place that is wrong, with its path (`columns.2.span`), what was expected there and what came. */
  readonly issues: readonly Issue[];
}

/** Decodes unknown input. The order of the issues is that of the codec's fields. */
export function decodeAs<Tag extends string, A>(tag: Tag, codec: Codec<A>, u: unknown): Either<Undecoded<Tag>, A> {
  const result = codec.decode(u);
  return isRight(result) ? right(result.right) : left({ _tag: tag, issues: issues(result.left) });
}
