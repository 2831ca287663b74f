import { messageOf } from "../kit/failure/failure.ts";
import { onInterrupt } from "./interrupt.ts";
import { prepareMachine } from "./prepare.ts";

/** `node dist/services/lab/setup.js`: packages, guest image, accelerator. Exit code 0: the lab can run. */

const progress = (line: string) => process.stdout.write(`set-up: ${line}\n`);
const interrupt = onInterrupt(progress);

try {
  const prepared = await prepareMachine(progress, interrupt.signal);
  if (interrupt.signal.aborted) {
    process.exitCode = interrupt.exitCode();
  } else if (prepared.ok) {
    const { accelerator, qemuVersion, image } = prepared.value;
    process.stdout.write(`set-up: ready. QEMU ${qemuVersion} with ${accelerator}, guest of ${image.kernelPackage}\n`);
  } else {
    process.stderr.write(`set-up: ${prepared.failure.message}\n`);
    process.exitCode = 1;
  }
} catch (error) {
  process.stderr.write(`set-up: ${messageOf(error)}\n`);
  process.exitCode = 1;
}

interrupt.release();
