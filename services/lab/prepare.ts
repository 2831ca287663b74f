import { type Failure, fail, ok, type Result } from "../kit/failure/failure.ts";
import { cacheDirectory } from "../kit/run/cache-directory.ts";
import { type AcceleratorProbe, probeAccelerator } from "./accelerator.ts";
import { installPackages } from "./apt.ts";
import { ensureGuestImage, type GuestImage, type Progress } from "./guest-image.ts";
import { checkRequirements, type Requirements } from "./requirements.ts";

/** Everything a machine needs for a lab, done once; a machine that has it is only looked at. */

export interface Prepared extends AcceleratorProbe {
  readonly image: GuestImage;
}

export async function prepareMachine(progress: Progress, signal?: AbortSignal): Promise<Result<Prepared>> {
  const before = await checkRequirements();
  if (before.missing.length > 0) return refusal(before);
  if (before.missingPackages.length > 0) {
    progress(`installing ${before.missingPackages.join(", ")} (apt-get)`);
    const installed = await installPackages(before.missingPackages);
    if (!installed.ok) return installed;
    const after = await checkRequirements();
    if (after.missing.length > 0 || after.missingPackages.length > 0) return refusal(after);
  }
  const image = await ensureGuestImage(progress);
  if (!image.ok) return image;
  if (signal?.aborted) return fail("cancelled", "interrupted");
  const probed = await probeAccelerator(image.value, progress, cacheDirectory(), signal);
  return probed.ok ? ok({ ...probed.value, image: image.value }) : probed;
}

/** All that is missing, one line each with its cure. */
export function refusal(requirements: Requirements): { ok: false; failure: Failure } {
  const lines = requirements.missing.map(({ what, cure }) => `${what}. Cure: ${cure}.`);
  const packages = requirements.missingPackages;
  if (packages.length > 0) lines.push(`packages ${packages.join(", ")}. Cure: apt-get install ${packages.join(" ")}.`);
  const list = lines.map((line) => `  - ${line}`).join("\n");
  return fail("refused", `the lab does not run on this machine, which lacks\n${list}`);
}
