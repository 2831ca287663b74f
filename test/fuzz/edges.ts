/**
 * Which files of the services take something apart that comes from elsewhere, and which target stands for each. A file that
 * begins to do so and is not here fails a test, and so does an entry that is no longer true.
 */

/** What a decoder is written with. The codecs of the bus are all in the table by themselves. */
export const DECODING =
  /JSON\.parse\(|parseYaml\(|\.safeParse\(|(?<!Date)\.parse\(|parseTree\(|\.exec\(|\.matchAll\(|\.match\(|\.read(UInt|Double|Int)|new X509Certificate\(|createPrivateKey\(|new URL\(|\bNumber\(|parseInt\(|(?<!codecs\.\w+)\.decode\(|parseArgs|new Command\(/;

export type Edge = { readonly targets: readonly string[] } | { readonly none: string };

export const edges: Readonly<Record<string, Edge>> = {
  "agent/core/declared-memory.ts": { targets: ["vm/command-line", "vm/spec"] },
  "agent/core/host-facts.ts": { targets: ["kernel/meminfo", "kernel/link-speed", "kernel/userfaultfd"] },
  "agent/core/socket-glob.ts": { targets: ["kernel/socket-glob", "config/agent"] },
  "agent/machine.ts": { none: "reads spec.json by the schema and in the way of files/spec, and says why it cannot" },
  "agent/main.ts": { none: "its own clock" },
  "agent/proc.ts": { none: "an interface's index, which names it and is not reckoned with" },
  "cli/commands/this-host.ts": { none: "a kernel setting, shown as it is" },
  "cli/program.ts": { targets: ["commands/contraflow"] },
  "cli/snapshot-file.ts": { targets: ["files/snapshot", "files/plan"] },
  "executor/low-water.ts": { targets: ["kernel/low-water-file"] },
  "executor/memory-promises.ts": { targets: ["kernel/meminfo"] },
  "executor/qemu-machine.ts": { targets: ["qmp/replies"] },
  "executor/qemu-source.ts": {
    none: "reads spec.json by the schema and in the way of files/spec, and says why it cannot",
  },
  "executor/reachability.ts": { none: "a script's own arguments, given by this file" },
  "executor/tcp-uri.ts": { targets: ["kernel/tcp-uri"] },
  "kit/bus/bus.ts": { targets: ["bus/headers", "bus/subject"] },
  "kit/bus/consuming.ts": { none: "a count of the client's own" },
  "kit/bus/credentials.ts": { targets: ["identity/credentials"] },
  "kit/bus/nkey.ts": { targets: ["identity/key"] },
  "kit/bus/order-signature.ts": { targets: ["identity/order"] },
  "kit/hypervisor/neighbours.ts": { none: "a descriptor's flags, a number of the kernel's" },
  "kit/hypervisor/qcow2.ts": { targets: ["vm/qcow2"] },
  "kit/identity/init.ts": { none: "names that are checked by their schema, see commands/contraflow" },
  "kit/run/notify.ts": { none: "what systemd says of its watchdog" },
  "kit/run/version.ts": { none: "this package's own file" },
  "kit/store/sentinel.ts": { targets: ["store/sentinel-url"] },
  "kit/bus/codec.ts": { targets: ["bus/TrafficBatch"] },
  "kit/bus/journal-event.ts": { targets: ["bus/journal-event"] },
  "kit/hypervisor/bridge.ts": { targets: ["kernel/bridge-fdb"] },
  "kit/hypervisor/command-line.ts": { targets: ["vm/command-line", "vm/option", "vm/spec"] },
  "kit/hypervisor/memory.ts": { targets: ["kernel/smaps"] },
  "kit/hypervisor/net-dev.ts": { targets: ["kernel/net-dev"] },
  "kit/hypervisor/net-tcp.ts": { targets: ["kernel/net-tcp"] },
  "kit/hypervisor/process.ts": { targets: ["kernel/stat", "kernel/fdinfo", "vm/command-line"] },
  "kit/hypervisor/spec-file.ts": { targets: ["files/spec"] },
  "kit/hypervisor/tap.ts": { targets: ["kernel/link-names"] },
  "kit/qmp/commands.ts": { targets: ["qmp/replies"] },
  "kit/qmp/migration-info.ts": { targets: ["qmp/migration-info"] },
  "kit/qmp/qmp-client.ts": { targets: ["qmp/conversation", "qmp/lines"] },
  "kit/run/config.ts": { targets: ["config/agent", "config/executor", "config/planner", "config/profiler"] },
  "kit/run/json-file.ts": { targets: ["files/snapshot", "files/scenario"] },
  "kit/run/lab-state.ts": { targets: ["files/lab-state"] },
  "kit/tls/credentials.ts": { targets: ["tls/credentials"] },
  "lab/accelerator.ts": { none: "a file that it wrote itself, read in the way of files/lab-state, and QEMU's version" },
  "lab/apt.ts": { targets: ["lab/dpkg"] },
  "lab/cache.ts": { none: "names of folders that it made itself" },
  "lab/command.ts": { targets: ["commands/lab"] },
  "lab/demo.ts": { none: "two flags" },
  "lab/guest-image.ts": { targets: ["lab/kernel-module", "lab/ldd"] },
  "lab/iperf-output.ts": { targets: ["lab/iperf"] },
  "lab/lab.ts": { none: "ports out of addresses that it made itself" },
  "lab/measure.ts": { none: "a number that is rounded" },
  "lab/requirements.ts": { none: "free memory of this machine, compared once before a lab starts" },
  "planner/checkpoint-format.ts": { none: "what a planner of the same code wrote, and nobody else may" },
  "planner/checkpoint.ts": { none: "the same" },
  "profiler/core/record.ts": { targets: ["store/record", "store/batch", "store/host-records"] },
  "profiler/profiles.ts": { targets: ["store/host-records"] },
  "profiler/service.ts": { targets: ["store/host-records"] },
  "simulate/command.ts": { none: "numbers within bounds, of a command that refuses a bus with real hosts" },
};
