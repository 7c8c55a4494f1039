/** Carries out work one piece after the other, in the order asked for: a connection is one place, and so is a file. */
export function inTurn(): <A>(work: () => Promise<A>) => Promise<A> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    // A piece that failed does not keep the next from its turn.
    last = mine.catch(() => undefined);
    return mine;
  };
}
