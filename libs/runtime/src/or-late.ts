/**
 * What `work` comes to, or, where that takes longer, what `late` returns or throws. The work goes on; what it comes to
 * later, an error too, is dropped.
 */
export async function orLate<T, L>(work: Promise<T>, withinMs: number, late: () => L): Promise<T | L> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, withinMs);
  });
  try {
    return await Promise.race([work, timeUp.then(late)]);
  } finally {
    clearTimeout(timer);
  }
}
