/** Carries out what the core decided: each effect is one message on the bus. */
import type { Bus, Stored } from "../kit/bus/bus.ts";
import { codecs } from "../kit/bus/messages.ts";
import { subjects } from "../kit/bus/subjects.ts";
import { ok, type Result } from "../kit/failure/failure.ts";
import type { Effect } from "./core/decide.ts";
import { type Ending, shortEnding } from "./core/report.ts";

const NO_MESSAGE: Stored = { sequence: 0, duplicate: false };

/** Resolves when the bus has it. `stale`: another planner said it first, which is as good. */
export async function carryOut(
  effect: Effect,
  deps: { readonly bus: Pick<Bus, "store">; readonly nowUnixMilliseconds: number; readonly signal: AbortSignal },
): Promise<Result<Stored>> {
  const { bus, nowUnixMilliseconds: eventTimeUnixMilliseconds, signal } = deps;
  const { id } = effect;
  const once = { id, signal, ifLastSequence: 0 };
  switch (effect.kind) {
    case "decided": {
      const subject = subjects.migrationEvent(effect.body.migration.migrationId, "decided");
      const value = { ...effect.body, eventTimeUnixMilliseconds };
      return bus.store({ subject, codec: codecs.MigrationDecided, value, ...once });
    }
    case "failed": {
      const subject = subjects.migrationEvent(effect.body.migration.migrationId, "failed");
      const value = { ...effect.body, eventTimeUnixMilliseconds };
      return bus.store({ subject, codec: codecs.MigrationFailed, value, ...once });
    }
    case "cancelled": {
      const subject = subjects.migrationEvent(effect.body.migration.migrationId, "cancelled");
      const value = { ...effect.body, eventTimeUnixMilliseconds };
      return bus.store({ subject, codec: codecs.MigrationCancelled, value, ...once });
    }
    case "end": {
      const { evacuationId, ending } = effect;
      const store = (told: Ending) => storeEnd(bus, { evacuationId, eventTimeUnixMilliseconds }, told, once);
      const whole = await store(ending);
      // An evacuation must end, whatever there is to say about it.
      return whole.ok || whole.failure.kind !== "invalid" ? whole : store(shortEnding(ending));
    }
    case "find-spec":
      // The reports are read in any case while a spec is missing.
      return ok(NO_MESSAGE);
    case "prepare-incoming": {
      const subject = subjects.prepareIncoming(effect.body.migration.destinationHostId);
      return bus.store({ subject, codec: codecs.PrepareIncoming, value: effect.body, id, signal });
    }
    case "start-migration": {
      const subject = subjects.startMigration(effect.body.migration.sourceHostId);
      return bus.store({ subject, codec: codecs.StartMigration, value: effect.body, id, signal });
    }
    case "pace": {
      const subject = subjects.pace(effect.body.migration.sourceHostId);
      return bus.store({ subject, codec: codecs.SetPace, value: effect.body, id, signal });
    }
    case "escalate": {
      const subject = subjects.escalate(effect.body.migration.sourceHostId);
      return bus.store({ subject, codec: codecs.EscalateMigration, value: effect.body, id, signal });
    }
  }
}

function storeEnd(
  bus: Pick<Bus, "store">,
  head: { readonly evacuationId: string; readonly eventTimeUnixMilliseconds: number },
  ending: Ending,
  once: { readonly id: string; readonly signal: AbortSignal; readonly ifLastSequence: number },
): Promise<Result<Stored>> {
  const subject = subjects.evacuationEvent(head.evacuationId, ending.outcome);
  if (ending.outcome === "completed") {
    return bus.store({
      subject,
      codec: codecs.EvacuationCompleted,
      value: { ...head, report: ending.report },
      ...once,
    });
  }
  const codec = ending.outcome === "failed" ? codecs.EvacuationFailed : codecs.EvacuationCancelled;
  const { message, report } = ending;
  return bus.store({ subject, codec, value: { ...head, message, report }, ...once });
}
