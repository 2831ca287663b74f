/** Makes a failing input small: parts are left out while it fails in the same way. */

const MOST_TRIES = 400;

/** `fails` says whether an input fails as the first did. */
export async function shrink(
  input: Uint8Array,
  fails: (candidate: Uint8Array) => Promise<boolean>,
): Promise<Uint8Array> {
  let smallest = input;
  let tries = 0;
  for (let size = Math.ceil(input.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < smallest.length; ) {
      if (tries >= MOST_TRIES) return smallest;
      tries += 1;
      const candidate = Uint8Array.from([...smallest.subarray(0, at), ...smallest.subarray(at + size)]);
      if (candidate.length < smallest.length && (await fails(candidate))) smallest = candidate;
      else at += size;
    }
  }
  return smallest;
}
