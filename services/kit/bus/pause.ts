/** Waits, or less: `wakeable` is given a function that ends the wait early. */
export function pause(milliseconds: number, wakeable?: (wake: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    wakeable?.(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Waits for the end of something, however it ends, but not longer than this. */
export async function settledWithin(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([
    work.then(
      () => undefined,
      () => undefined,
    ),
    limit,
  ]);
  clearTimeout(timer);
}
