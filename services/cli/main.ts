#!/usr/bin/env node
import { runProgram } from "./program.ts";

// `contraflow hosts | head -1`: who reads has had enough, which is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await runProgram(process.argv.slice(2));
