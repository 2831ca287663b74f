// What the image runs: `docker run IMAGE planner --nats-url nats://bus:4222`, `docker run IMAGE contraflow hosts`. In this
// process and not in a child, so that the service itself hears the signals of whoever runs the container.
const programs = {
  agent: "services/agent/main.js",
  contraflow: "services/cli/main.js",
  executor: "services/executor/main.js",
  planner: "services/planner/main.js",
  profiler: "services/profiler/main.js",
};

const [name = ""] = process.argv.splice(2, 1);
if (!Object.hasOwn(programs, name)) {
  process.stderr.write(`usage: ${Object.keys(programs).join("|")} [ARGUMENTS]\n`);
  process.exit(2);
}
await import(`../dist/${programs[name]}`);
