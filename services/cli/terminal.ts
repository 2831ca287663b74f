/** What standard output is, and a thin painter for lines that change in place. */
import picocolors from "picocolors";
import type { Colors } from "picocolors/types.js";

export interface Painter {
  /** Replaces what was painted before. */
  paint(lines: readonly string[]): void;
  /** Leaves what is painted where it is. */
  end(): void;
}

const DEFAULT_COLUMNS = 100;
const DEFAULT_ROWS = 40;
const CLEAR_LINE = "\u001b[2K";
const CLEAR_BELOW = "\u001b[J";

export function isLive(): boolean {
  return process.stdout.isTTY === true && process.env.TERM !== "dumb";
}

export function rows(): number {
  return process.stdout.rows ?? DEFAULT_ROWS;
}

export function columns(): number {
  return process.stdout.columns ?? DEFAULT_COLUMNS;
}

/** Whether block characters can be shown: by the locale, as the terminal's own programs do. */
export function isUnicode(): boolean {
  const { LC_ALL, LC_CTYPE, LANG } = process.env;
  return /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || "");
}

/** Colours belong on a terminal, and not where NO_COLOR is set. */
export function terminalColors(): Colors {
  return picocolors.createColors(isLive() && !process.env.NO_COLOR);
}

export function createPainter(write: (text: string) => void): Painter {
  let painted = 0;
  return {
    paint(lines) {
      const up = painted === 0 ? "" : `\u001b[${painted}A\r`;
      write(`${up}${lines.map((line) => `${CLEAR_LINE}${line}\n`).join("")}${CLEAR_BELOW}`);
      painted = lines.length;
    },
    end() {
      painted = 0;
    },
  };
}
