/**
 * The scripts that Redis runs. Each is atomic and works on one key, so it works in a cluster. What is kept of a host is a hash
 * of three: a token that is another one after every change, the clock, and the table of its VMs. A change is made only of
 * what it was computed from: whoever shows an old token is told what stands there now.
 */
const TOKEN = "token";
const CLOCK = "clock";
const VMS = "vms";
/** A host that no one samples is forgotten. */
const KEEP_MILLISECONDS = 600_000;

/** The form of what is kept is part of the name: profilers of two versions side by side do not read each other's. */
export function hostKey(hostId: string): string {
  return `cf:{${hostId}}:traffic-4`;
}

const stands = `
local time = redis.call("TIME")
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local function stands()
  local fields = redis.call("HMGET", KEYS[1], "${TOKEN}", "${CLOCK}", "${VMS}")
  return { string.format("%.0f", now), fields[1] or "", fields[2] or "", fields[3] or "" }
end
`;

/** Gives the store's time in milliseconds, the token, the clock and the table; empty what is not there. */
export const readScript = `${stands}
return stands()
`;

/**
 * The token that was read, the new one, the new table, and the new clock unless that stays: its first number, when the batch
 * was sampled, against the store's time. Gives that time when all is written, else what `readScript` does.
 */
export const writeScript = `${stands}
local key, known, token, vms, clock = KEYS[1], unpack(ARGV)
if (redis.call("HGET", key, "${TOKEN}") or "") ~= known then return stands() end
redis.call("HSET", key, "${TOKEN}", token, "${VMS}", vms)
if clock then
  local sampled = struct.pack("<d", now + struct.unpack("<d", clock))
  redis.call("HSET", key, "${CLOCK}", sampled .. string.sub(clock, 9))
end
redis.call("PEXPIRE", key, ${KEEP_MILLISECONDS})
return string.format("%.0f", now)
`;
