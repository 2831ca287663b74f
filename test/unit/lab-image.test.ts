import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { cacheDirectory } from "../../services/kit/run/cache-directory.ts";
import { cached } from "../../services/lab/cache.ts";
import { type ArchiveEntry, newcArchive } from "../../services/lab/cpio.ts";
import { dependenciesOf } from "../../services/lab/guest-image.ts";

describe("an archive for the kernel", () => {
  const entries: readonly ArchiveEntry[] = [
    { kind: "symlink", path: "bin/sh", target: "busybox" },
    { kind: "file", path: "bin/busybox", mode: 0o755, content: Buffer.from("abcde") },
    { kind: "character-device", path: "dev/console", major: 5, minor: 1 },
  ];

  it("has the parents of its files before them, and ends with the trailer", () => {
    const text = newcArchive(entries).toString("latin1");
    const paths = [...text.matchAll(/070701[0-9a-f]{104}([^\0]+)\0/g)].map((match) => match[1]);
    assert.deepEqual(paths, ["bin", "bin/busybox", "bin/sh", "dev", "dev/console", "TRAILER!!!"]);
  });

  it("is the same bytes whatever the order of its entries, aligned to four", () => {
    const archive = newcArchive(entries);
    assert.deepEqual(newcArchive([...entries].reverse()), archive);
    assert.equal(archive.length % 4, 0);
  });

  it("says mode, size and device of an entry in eight hexadecimal digits each", () => {
    const text = newcArchive(entries).toString("latin1");
    const header = (path: string) => {
      const begin = text.indexOf(`${path}\0`) - 110;
      return (text.slice(begin + 6, begin + 110).match(/.{8}/g) ?? []).map((field) => Number.parseInt(field, 16));
    };
    assert.equal(header("bin/busybox")[1], 0o100755);
    assert.equal(header("bin/busybox")[6], 5);
    assert.deepEqual(header("dev/console").slice(9, 11), [5, 1]);
  });
});

describe("a kernel module", () => {
  it("names the modules it needs, none when it needs none", () => {
    assert.deepEqual(dependenciesOf(Buffer.from("x\0license=GPL\0depends=virtio,net-failover\0y")), [
      "virtio",
      "net_failover",
    ]);
    assert.deepEqual(dependenciesOf(Buffer.from("x\0depends=\0y")), []);
    assert.deepEqual(dependenciesOf(Buffer.from("nothing")), []);
    assert.deepEqual(dependenciesOf(Buffer.from("\0depends=virtio,virtio_ri")), [], "cut off in a name");
  });
});

describe("the cache", () => {
  it("lies where the environment says, else in the user's cache folder", () => {
    assert.equal(cacheDirectory({ CONTRAFLOW_CACHE: "/c", XDG_CACHE_HOME: "/x" }), "/c");
    assert.equal(cacheDirectory({ XDG_CACHE_HOME: "/x" }), "/x/contraflow");
    assert.match(cacheDirectory({}), /\/\.cache\/contraflow$/);
  });

  it("gives two builders at once the same complete entry, and forgets failed and abandoned builds", async (t) => {
    const cache = await mkdtemp(join(tmpdir(), "cf-cache-"));
    t.after(() => rm(cache, { recursive: true, force: true }));
    await mkdir(join(cache, ".building-2147483647-1-aa"));
    const build = (text: string) => cached(cache, "entry", (directory) => writeFile(join(directory, "file"), text));
    const [one, two] = await Promise.all([build("one"), build("two")]);
    assert.equal(one, two);
    const content = await readFile(join(one, "file"), "utf8");
    assert.match(content, /^(one|two)$/);
    await build("three");
    assert.equal(await readFile(join(one, "file"), "utf8"), content);
    await assert.rejects(
      cached(cache, "other", () => Promise.reject(new Error("no network"))),
      /no network/,
    );
    assert.equal(existsSync(join(cache, "other")), false);
    assert.deepEqual(await readdir(cache), ["entry"]);
  });
});
