/** `node dist/services/kit/run/health-check.js`: exit code 0 when the service is healthy, else 1 and why. */
import { readHealth } from "./health.ts";

const path = process.env.CONTRAFLOW_HEALTH_FILE;
if (path === undefined || path === "") {
  process.stderr.write("CONTRAFLOW_HEALTH_FILE: is not set; it names the file of the service's healthFile\n");
  process.exitCode = 2;
} else {
  const health = readHealth(path);
  process.stdout.write(`${health.ok ? "healthy" : health.failure.message}\n`);
  process.exitCode = health.ok ? 0 : 1;
}
