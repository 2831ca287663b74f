import { fail, ok, type Result } from "../kit/failure/failure.ts";
import { queryMigrate, queryRunState } from "../kit/qmp/commands.ts";
import type { QmpClient } from "../kit/qmp/qmp-client.ts";

/** As QEMU says of itself while it waits for a stream, before and after it was told where. */
const waitingStatuses = ["none", "setup"];

/** `refused`: a stream has come, with what QEMU says. Any other failure: it does not say, perhaps since it waits for a page. */
export async function waitsForStream(client: QmpClient): Promise<Result<void>> {
  const limit = { timeoutMilliseconds: 2_000 };
  const [runState, migration] = await Promise.all([queryRunState(client, limit), queryMigrate(client, limit)]);
  if (!runState.ok) return runState;
  if (!migration.ok) return migration;
  const { status } = migration.value;
  const name = "name" in status ? status.name : status.kind;
  if (runState.value.name === "inmigrate" && waitingStatuses.includes(name)) return ok(undefined);
  return fail("refused", `a VM has come into it, or is about to: it is ${runState.value.name}, its migration ${name}`);
}
