/**
 * The scripts that Redis runs. Each is atomic and works on one key, a hash of a host's VMs, so it works in a cluster.
 * `core/observe.ts` says what `observeScript` computes (`isNews`, `clockAfter`, `observe`), `core/record.ts` in what form.
 */
import {
  HIGHEST_BYTES_PER_SECOND,
  type ObserveSettings,
  RECENT_MICROSECONDS,
  SHORTEST_INTERVAL_SECONDS,
} from "./core/observe.ts";
import {
  BATCH_FORMAT,
  CLOCK_BYTES,
  CLOCK_FIELD,
  CLOCK_FORMAT,
  RECORD_BYTES,
  RECORD_FORMAT,
  SAMPLE_FORMAT,
  UNKNOWN_FORMAT,
} from "./core/record.ts";

/** How long a profile outlives its VM's last sample. */
const KEEP_SECONDS = 600;
/** A VM whose counters can not be read keeps its last profile this long. */
const KEEP_UNKNOWN_SECONDS = 30;
/** Fields of VMs that are gone are looked for once in so many batches. */
const SWEEP_EVERY_BATCHES = 64;
/** Lua passes at most 8000 values to a call. */
const VMS_A_CALL = 1000;
/** See `isNews`. */
export const PATIENCE_MILLISECONDS = 10_000;

/** The fields' format is part of the name: profilers of two versions side by side do not read each other's. */
export function hostKey(hostId: string): string {
  return `cf:{${hostId}}:traffic-3`;
}

/** Gives the store's time in milliseconds, then the hash's fields and values in turn. */
export const readScript = `
local time = redis.call("TIME")
local reply = redis.call("HGETALL", KEYS[1])
table.insert(reply, 1, string.format("%.0f", time[1] * 1000 + math.floor(time[2] / 1000)))
return reply
`;

/** Gives one VM's record, or nothing. */
export const readRecordScript = `return redis.call("HGET", KEYS[1], ARGV[1])`;

/** As `carriedOver` defines it. Gives 1 when the record is what was carried, 0 when the host's own stays. */
export const carryScript = `
local key, blob = KEYS[1], ARGV[1]
local id, at = struct.unpack("Bc0", blob)
local from = string.sub(blob, at)
local clock = redis.call("HGET", key, "${CLOCK_FIELD}")
if not clock or #from ~= ${RECORD_BYTES} then return 0 end
local now, wall = struct.unpack("${CLOCK_FORMAT}", clock)
local epoch, outbound, inbound = 0, math.huge, math.huge
local values = { struct.unpack("${RECORD_FORMAT}", from) }
local to = redis.call("HGET", key, id)
if to == "" then return 0 end
if to and #to == ${RECORD_BYTES} then
  local to_epoch, to_now, to_wall, to_outbound, to_inbound, observed = struct.unpack("${RECORD_FORMAT}", to)
  if observed >= values[6] then return 0 end
  if now - to_now >= 0 and now - to_now <= ${RECENT_MICROSECONDS} then
    epoch, now, wall, outbound, inbound = to_epoch, to_now, to_wall, to_outbound, to_inbound
  end
end
values[1], values[2], values[3], values[4], values[5], values[15] = epoch, now, wall, outbound, inbound, now
redis.call("HSET", key, id, struct.pack("${RECORD_FORMAT}", unpack(values, 1, 19)))
return 1
`;

/** Gives 1 for a batch that was taken, 0 for one that was not news. */
export function observeScript(settings: ObserveSettings, patienceMilliseconds: number): string {
  return `
local key, blob = KEYS[1], ARGV[1]
local unpack_struct, pack_struct, exp, max, call = struct.unpack, struct.pack, math.exp, math.max, redis.call

local now, wall, delayed, start, sequence, tick, count, unknown_count, at = unpack_struct("${BATCH_FORMAT}", blob)
local time = call("TIME")
local server = time[1] * 1000 + math.floor(time[2] / 1000)
local clock = call("HGET", key, "${CLOCK_FIELD}")
local batches, whole, sampled, missed = 0, 0, 0, 0
if clock and #clock == ${CLOCK_BYTES} then
  local last, last_wall, last_sampled, last_start, last_sequence
  last, last_wall, last_sampled, batches, last_start, last_sequence, whole, sampled, missed =
    unpack_struct("${CLOCK_FORMAT}", clock)
  if start ~= 0 and start == last_start then
    if sequence <= last_sequence then return 0 end
    missed = missed + sequence - last_sequence - 1
  elseif now <= last and wall <= last_wall and server - last_sampled < ${patienceMilliseconds} then
    return 0
  end
  local seconds, expected = (now - last) / 1e6, 1
  if seconds <= 0 then seconds = max(0, (wall - last_wall) / 1000) end
  if tick > 0 then expected = max(1, math.floor(seconds * 1000 / tick + 0.5)) end
  local keep = exp(-seconds / ${settings.longAverageSeconds})
  whole, sampled = whole * keep + 1 - keep, sampled * keep + (1 - keep) / expected
end
batches = batches + 1

-- Nearly all VMs of a batch were last seen by the same one before: one pair of exponentials serves them all.
local cached, cached_short, cached_long
local function decay(seconds)
  if seconds ~= cached then
    cached = seconds
    cached_short = exp(-seconds / ${settings.shortAverageSeconds})
    cached_long = exp(-seconds / ${settings.longAverageSeconds})
  end
  return cached_short, cached_long
end

local function observe(before, epoch, outbound, inbound)
  if not before or #before ~= ${RECORD_BYTES} then
    return pack_struct("${RECORD_FORMAT}", epoch, now, wall, outbound, inbound, 0, 0, 0,
      0, 0, 0, 0, 0, 0, now, 0, 0, 0, 0)
  end
  local old_epoch, old_now, old_wall, old_outbound, old_inbound, observed, short_weight, long_weight,
    out_short, out_long, out_square, in_short, in_long, in_square, start, out_peak, out_before, in_peak, in_before =
    unpack_struct("${RECORD_FORMAT}", before)
  local elapsed = (now - old_now) / 1e6
  if elapsed > 0 and elapsed < ${SHORTEST_INTERVAL_SECONDS} then return before end
  local seconds = elapsed
  if elapsed <= 0 then seconds = max(0, (wall - old_wall) / 1000) end
  local keep_short, keep_long = decay(seconds)
  short_weight, long_weight = short_weight * keep_short, long_weight * keep_long
  out_short, out_long, out_square = out_short * keep_short, out_long * keep_long, out_square * keep_long
  in_short, in_long, in_square = in_short * keep_short, in_long * keep_long, in_square * keep_long
  local halves = (now - start) / ${(settings.peakWindowSeconds * 1e6) / 2}
  if halves < 0 or halves >= 2 then
    start, out_peak, out_before, in_peak, in_before = now, 0, 0, 0, 0
  elseif halves >= 1 then
    start, out_peak, out_before, in_peak, in_before =
      start + ${(settings.peakWindowSeconds * 1e6) / 2}, 0, out_peak, 0, in_peak
  end
  if elapsed > 0 and elapsed <= ${settings.longestGapSeconds} and epoch == old_epoch then
    local out_rate, in_rate = (outbound - old_outbound) / elapsed, (inbound - old_inbound) / elapsed
    if out_rate >= 0 and in_rate >= 0 and out_rate <= ${HIGHEST_BYTES_PER_SECOND} and in_rate <= ${HIGHEST_BYTES_PER_SECOND} then
      local part_short, part_long = 1 - keep_short, 1 - keep_long
      observed = observed + elapsed
      short_weight, long_weight = short_weight + part_short, long_weight + part_long
      out_short, out_long = out_short + out_rate * part_short, out_long + out_rate * part_long
      in_short, in_long = in_short + in_rate * part_short, in_long + in_rate * part_long
      out_square, in_square = out_square + out_rate * out_rate * part_long, in_square + in_rate * in_rate * part_long
      if out_rate > out_peak then out_peak = out_rate end
      if in_rate > in_peak then in_peak = in_rate end
    end
  end
  return pack_struct("${RECORD_FORMAT}", epoch, now, wall, outbound, inbound, observed, short_weight, long_weight,
    out_short, out_long, out_square, in_short, in_long, in_square, start, out_peak, out_before, in_peak, in_before)
end

for first = 1, count, ${VMS_A_CALL} do
  local ids, samples, size = {}, {}, math.min(${VMS_A_CALL}, count - first + 1)
  local epoch, outbound, inbound = {}, {}, {}
  for i = 1, size do
    epoch[i], outbound[i], inbound[i], ids[i], at = unpack_struct("${SAMPLE_FORMAT}", blob, at)
  end
  local records = call("HMGET", key, unpack(ids))
  for i = 1, size do
    samples[2 * i - 1] = ids[i]
    samples[2 * i] = observe(records[i], epoch[i], outbound[i], inbound[i])
  end
  call("HSET", key, unpack(samples))
end

for _ = 1, unknown_count do
  local id
  id, at = unpack_struct("${UNKNOWN_FORMAT}", blob, at)
  local record = call("HGET", key, id)
  if record and record ~= "" then
    local _, seen = unpack_struct("<I4d", record)
    if now - seen < 0 or now - seen > ${KEEP_UNKNOWN_SECONDS * 1e6} then record = false end
  end
  if not record then call("HSET", key, id, "") end
end

if batches % ${SWEEP_EVERY_BATCHES} == 0 then
  local fields = call("HGETALL", key)
  local _, _, _, _, _, _, _, _, position = unpack_struct("${BATCH_FORMAT}", blob)
  local present, id = { ["${CLOCK_FIELD}"] = true }, nil
  for _ = 1, count do
    _, _, _, id, position = unpack_struct("${SAMPLE_FORMAT}", blob, position)
    present[id] = true
  end
  for _ = 1, unknown_count do
    id, position = unpack_struct("${UNKNOWN_FORMAT}", blob, position)
    present[id] = true
  end
  for i = 1, #fields, 2 do
    if not present[fields[i]] then
      local gone = fields[i + 1] == ""
      if not gone then
        local _, seen = unpack_struct("<I4d", fields[i + 1])
        gone = now - seen < 0 or now - seen > ${KEEP_SECONDS * 1e6}
      end
      if gone then call("HDEL", key, fields[i]) end
    end
  end
end

call("HSET", key, "${CLOCK_FIELD}", pack_struct("${CLOCK_FORMAT}",
  now, wall, server - delayed, batches, start, sequence, whole, sampled, missed))
call("PEXPIRE", key, ${KEEP_SECONDS * 1000})
return 1
`;
}
