/** The files of a cluster's identities: whole or not there, and of a secret's file nobody else ever sees a byte. */
import { chmod, mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";

export const SECRET = 0o600;
export const PUBLIC = 0o644;

/** In the place of what is there. */
export async function putFile(path: string, text: string, mode: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const beside = `${path}.new`;
  // What an earlier run may have left may be of another mode.
  const file = await open(beside, "w", mode);
  try {
    await chmod(beside, mode);
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}

export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
