/**
 * Numbers from 0 up to, and without, 1: a multiplicative congruential generator, Lehmer's with the multiplier of Park and
 * Miller. Each VM draws from its own, so that the order in which hosts are sampled changes nothing.
 */
export type Chance = () => number;

const MODULUS = 2_147_483_647;
const MULTIPLIER = 48_271;

export function chanceOf(seed: number, stream: number): Chance {
  let state = (mixed(seed, stream) % (MODULUS - 1)) + 1;
  return () => {
    state = (state * MULTIPLIER) % MODULUS;
    return (state - 1) / (MODULUS - 1);
  };
}

/** Neighbours in either give numbers that have nothing in common: the finaliser of MurmurHash3. */
function mixed(seed: number, stream: number): number {
  let hash = Math.imul(seed + 1, 0x9e37_79b1) ^ Math.imul(stream + 1, 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Spread evenly over orders of magnitude. */
export function spread(chance: Chance, low: number, high: number): number {
  return low * (high / low) ** chance();
}
