import type { Either } from '@driftbok/core';
import { isLeft } from '@driftbok/core';

/** What stands to the left; a right is a failure of the test. */
export function leftOf<E>(result: Either<E, unknown>): E {
  if (isLeft(result)) return result.left;
  throw new Error(`expected a left, got ${JSON.stringify(result.right)}`);
}
