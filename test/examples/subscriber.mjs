// Follows every migration from the journal's first event on: node test/examples/subscriber.mjs nats://127.0.0.1:4222
import { connect } from "nats";
import { contraflow } from "../../proto/gen/contraflow.js";

const connection = await connect({ servers: process.argv[2] });
const journal = await connection.jetstream().consumers.get("CF_EVT", { filterSubjects: "cf.v1.evt.migration.>" });
for await (const event of await journal.consume()) {
  const type = contraflow.v1[event.headers.get("ce-type").replace("contraflow.v1.", "")];
  if (type === undefined) continue; // of a newer version
  const { migration, ...rest } = type.toObject(type.decode(event.data), { longs: Number, enums: String });
  const name = event.subject.split(".").at(-1);
  process.stdout.write(`${JSON.stringify({ sequence: event.seq, name, vmId: migration.vmId, ...rest })}\n`);
}
