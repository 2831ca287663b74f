/** Plain tables: columns as wide as their widest cell, numbers to the right. Cells may hold colours. */

export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
}

const GAP = "  ";
const ESCAPE = "\u001b";
const COLOUR = new RegExp(`(${ESCAPE}\\[[0-9;]*m)`);
const COLOURS = new RegExp(COLOUR, "g");

export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = columns.map((column, index) =>
    Math.max(visibleLength(column.title), ...rows.map((row) => visibleLength(row[index] ?? ""))),
  );
  const line = (cells: readonly string[]) =>
    columns
      .map((column, index) => pad(cells[index] ?? "", widths[index] ?? 0, column.align ?? "left"))
      .join(GAP)
      .trimEnd();
  return [line(columns.map((column) => column.title)), ...rows.map(line)];
}

export function pad(text: string, width: number, align: "left" | "right" = "left"): string {
  const filler = " ".repeat(Math.max(0, width - visibleLength(text)));
  return align === "left" ? text + filler : filler + text;
}

export function visibleLength(text: string): number {
  return text.replace(COLOURS, "").length;
}

/** Cut to a width, colours kept and ended: a line that wraps would break a view that is painted over itself. */
export function fit(line: string, width: number): string {
  if (visibleLength(line) <= width) return line;
  let seen = 0;
  let cut = "";
  for (const part of line.split(COLOUR)) {
    if (part.startsWith(ESCAPE)) cut += part;
    else if (seen < width) {
      cut += part.slice(0, width - seen);
      seen += Math.min(part.length, width - seen);
    }
  }
  return cut;
}
