/** All that the journal holds of one evacuation, as planner and executors write it. */
import type { JournalEvent } from "../../services/kit/bus/journal-event.ts";
import { evacuationEvents, migrationEvents, subjects } from "../../services/kit/bus/subjects.ts";
import type { EvacuationPlanned } from "../../services/kit/domain/evacuation.ts";
import type { MigrationRef } from "../../services/kit/domain/migration.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { admit } from "../../services/planner/core/admission.ts";
import { defaultProfileLimits } from "../../services/planner/core/doubt.ts";
import { emptyState, evolve } from "../../services/planner/core/evacuation.ts";
import { endingOf } from "../../services/planner/core/report.ts";
import { profile, report, requestOf, type WorldVm } from "../planner-world.ts";

interface Written {
  readonly event: JournalEvent;
  readonly subject: string;
  readonly bytes: Uint8Array;
}

const NOW = Date.now();
const plans = new Map<number, EvacuationPlanned>();

/** Of a host with so many VMs, half of them senders; each is over before the next begins. */
export function endedEvacuation(evacuationId: string, vms: number): readonly Written[] {
  const base = plans.get(vms) ?? planFor(vms);
  plans.set(vms, base);
  const planned = { ...base, request: { ...base.request, evacuationId } };
  const written = [ofEvacuation(evacuationId, "planned", planned)];
  planned.plan.steps.forEach(({ vmId, sourceHostId, destinationHostId, technique, reason }, index) => {
    const migrationId = `${evacuationId}-${index + 1}`;
    const migration: MigrationRef = { migrationId, evacuationId, vmId, sourceHostId, destinationHostId };
    const say = (name: keyof typeof migrationEvents, rest: object = {}) =>
      written.push(ofMigration(migrationId, name, { migration, eventTimeUnixMilliseconds: NOW, ...rest }));
    say("incoming-ready", { address: "10.0.0.2", port: 4444 });
    say("decided", { technique, reason });
    say("started", { technique });
    if (technique !== "PRE_COPY") {
      say("switched");
      say("settled", { observed: true });
    }
    say("resumed");
    const bytes = { transferredBytes: 155_000_000, pageBytes: 150_000_000 };
    say("completed", { technique, totalSeconds: 6, downtimeSeconds: 0.1, postCopyRequests: 0, ...bytes });
  });
  const state = written.reduce((before, { event }) => evolve(before, { event, timeUnixMilliseconds: NOW }), emptyState);
  const running = state.get(evacuationId);
  if (running?.kind !== "running") throw new Error(`${evacuationId} does not run`);
  const ending = endingOf(running);
  if (ending.outcome !== "completed") throw new Error(ending.message);
  return [
    ...written,
    ofEvacuation(evacuationId, "completed", { evacuationId, report: ending.report, eventTimeUnixMilliseconds: NOW }),
  ];
}

function planFor(count: number): EvacuationPlanned {
  const vms = Array.from({ length: count }, (_, index): WorldVm => {
    const sends = index % 2 === 0;
    return { vmId: `vm-${index}`, hostId: "host-a", outboundMbit: sends ? 45 : 1, inboundMbit: sends ? 1 : 45 };
  });
  const admission = admit(requestOf("evac", "host-a"), {
    state: emptyState,
    reports: [report("host-a", vms), report("host-b", [])],
    profiles: [{ hostId: "host-a", answerTimeUnixMilliseconds: NOW, vms: vms.map((vm) => profile(vm)) }],
    nowUnixMilliseconds: NOW,
    staleInventorySeconds: 3_600,
    profileLimits: defaultProfileLimits,
    maximumMoving: 8,
    progress: new Map(),
  });
  if (admission.kind !== "planned") throw new Error(`not planned: ${JSON.stringify(admission)}`);
  return admission.planned;
}

function ofEvacuation(id: string, name: keyof typeof evacuationEvents, body: object): Written {
  return written(
    { entity: "evacuation", id, name, body } as unknown as JournalEvent,
    subjects.evacuationEvent(id, name),
  );
}

function ofMigration(id: string, name: keyof typeof migrationEvents, body: object): Written {
  return written({ entity: "migration", id, name, body } as unknown as JournalEvent, subjects.migrationEvent(id, name));
}

/** As the codec gives it back: what it would read is what is folded. */
function written({ entity, id, name, body }: JournalEvent, subject: string): Written {
  const table: { readonly [name: string]: unknown } = entity === "evacuation" ? evacuationEvents : migrationEvents;
  // biome-ignore lint/suspicious/noExplicitAny: the codec checks what it is given
  const codec = table[name] as any;
  const bytes = unwrap(codec.encode(body)) as Uint8Array;
  return { event: { entity, id, name, body: unwrap(codec.decode(bytes)) } as JournalEvent, subject, bytes };
}
