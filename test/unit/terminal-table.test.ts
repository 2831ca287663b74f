import assert from "node:assert/strict";
import { test } from "node:test";
import picocolors from "picocolors";
import {
  bar,
  mbitText,
  megabytesText,
  secondsText,
  shortSecondsText,
} from "../../services/kit/terminal/quantity-text.ts";
import { fit, formatTable, visibleLength } from "../../services/kit/terminal/table.ts";

const colors = picocolors.createColors(true);

test("columns are as wide as their widest cell, and numbers end under each other", () => {
  const lines = formatTable(
    [{ title: "VM" }, { title: "rate", align: "right" }, { title: "note" }],
    [
      ["vm-0", "5", ""],
      ["a-longer-one", "12345", "x"],
    ],
  );
  assert.deepEqual(lines, ["VM             rate  note", "vm-0              5", "a-longer-one  12345  x"]);
});

test("colours take no room in a table", () => {
  const [, plain] = formatTable([{ title: "a" }, { title: "b" }], [["xx", "y"]]);
  const [, painted] = formatTable([{ title: "a" }, { title: "b" }], [[colors.red("xx"), "y"]]);
  assert.equal(visibleLength(painted ?? ""), visibleLength(plain ?? ""));
});

test("a line is cut to the terminal's width and its colour ends all the same", () => {
  const cut = fit(`ab${colors.red("cdef")}gh`, 4);
  assert.equal(visibleLength(cut), 4);
  assert.ok(cut.endsWith(colors.red("").slice(-5)));
  assert.equal(fit("abc", 3), "abc");
});

test("a bar is full only at the end and never leaves its cells", () => {
  assert.equal(bar(0, 4), "░░░░");
  assert.equal(bar(0.5, 4), "██░░");
  assert.equal(bar(0.999, 4), "███░");
  assert.equal(bar(1, 4), "████");
  assert.equal(bar(7, 4), "████");
  assert.equal(bar(-1, 4), "░░░░");
});

test("quantities are written in the unit that people read", () => {
  assert.equal(mbitText(5_625_000), "45.0 Mbit/s");
  assert.equal(megabytesText(592_000_000), "592.0 MB");
  assert.equal(megabytesText(12_000_000_000), "12.0 GB");
  assert.equal(secondsText(25.94), "25.9 s");
  assert.equal(secondsText(150), "2 min 30 s");
  assert.equal(secondsText(7320), "2 h 2 min");
  assert.equal(shortSecondsText(0.0124), "12 ms");
});
