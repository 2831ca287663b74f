/**
 * Who moves when and how, and what each link carries meanwhile, over one time axis: the plan put to the model again. Pure.
 *
 *     vm-0 post-copy  ####--------------|        # waits for its working set, - the rest of its memory, | done
 *     vm-2 pre-copy        ==================|    = copied while it runs at the source
 */
import type { Colors } from "picocolors/types.js";
import type { Plan, Step } from "../../kit/domain/plan.ts";
import type { ClusterSnapshot } from "../../kit/domain/snapshot.ts";
import { mbitText, secondsText, techniqueText } from "../../kit/terminal/quantity-text.ts";
import { pad } from "../../kit/terminal/table.ts";
import { readCluster } from "../../planner/core/cluster.ts";
import type { LinkLoad } from "../../planner/core/contention.ts";
import type { Course } from "../../planner/core/fluid.ts";
import { defaultModel } from "../../planner/core/model.ts";
import { simulate } from "../../planner/core/simulate.ts";

export interface GanttOptions {
  readonly width: number;
  readonly colors: Colors;
  /** Levels as block characters; otherwise as digits, tenths of the capacity. */
  readonly unicode: boolean;
}

const MOST_VMS = 40;
const MOST_LINKS = 8;
const LEAST_AXIS = 20;
const BLOCKS = " ▁▂▃▄▅▆▇█";

export function ganttLines(plan: Plan, snapshot: ClusterSnapshot, options: GanttOptions): readonly string[] {
  if (plan.steps.length === 0) return ["nothing to move"];
  const cluster = readCluster(snapshot, defaultModel);
  const spans: Span[] = [];
  const simulation = simulate(cluster, plan, defaultModel, (from, until, loads) => spans.push({ from, until, loads }));
  const courses = new Map(simulation.courses.map((course) => [course.vmId, course]));
  const names = plan.steps.slice(0, MOST_VMS).map((step) => `${step.vmId} ${techniqueText(step.technique)}`);
  const links = busiest(spans);
  const titles = links.flatMap((link) => [`${linkName(link)} VMs`, "  migrations"]);
  const label = Math.max(...[...names, ...titles].map((name) => name.length)) + 2;
  const cells = Math.max(LEAST_AXIS, options.width - label);
  const seconds = Math.max(simulation.totalSeconds, 1e-9);
  const perCell = seconds / cells;
  const { colors } = options;
  return [
    ...plan.steps.slice(0, MOST_VMS).flatMap((step, index) => {
      const course = courses.get(step.vmId);
      const name = pad(names[index] ?? "", label);
      return course === undefined ? [] : [`${name}${barOf(step, course, perCell, cells, colors)}`.trimEnd()];
    }),
    ...more(plan.steps.length - MOST_VMS, "VMs"),
    pad("", label) + axisOf(seconds, cells),
    pad("", label) +
      `${colors.yellow("#")} waits for its working set, ${colors.green("-")} the rest, ${colors.cyan("=")} pre-copy, | done`,
    "",
    ...links.flatMap((link) => {
      const key = keyOf(link);
      const share = (of: (load: LinkLoad) => number) =>
        Array.from({ length: cells }, (_, cell) =>
          meanOver(spans, key, cell * perCell, (cell + 1) * perCell, (load) => of(load) / load.capacity),
        );
      const row = (values: readonly number[]) => values.map((value) => level(value, options.unicode)).join("");
      return [
        `${pad(`${linkName(link)} VMs`, label)}${row(share((load) => load.applications))}`.trimEnd(),
        `${pad("  migrations", label)}${colors.cyan(row(share((load) => load.migrations)))}`.trimEnd(),
      ];
    }),
    ...more(new Set(spans.flatMap(({ loads }) => loads.map(keyOf))).size - links.length, "links, less busy"),
  ];
}

interface Span {
  readonly from: number;
  readonly until: number;
  readonly loads: readonly LinkLoad[];
}

function more(count: number, what: string): readonly string[] {
  return count > 0 ? [`and ${count} more ${what}`] : [];
}

/** One cell is one moment: the middle of its part of the axis. */
function barOf(step: Step, course: Course, perCell: number, cells: number, colors: Colors): string {
  let bar = "";
  const last = Math.min(cells - 1, Math.floor(course.endSeconds / perCell - 1e-9));
  for (let cell = 0; cell < cells; cell += 1) {
    const moment = (cell + 0.5) * perCell;
    if (cell === last) bar += "|";
    else if (cell > last || (cell + 1) * perCell <= course.startSeconds) bar += " ";
    else if (step.technique === "PRE_COPY" || moment < course.switchSeconds) bar += colors.cyan("=");
    else bar += moment < course.settledSeconds ? colors.yellow("#") : colors.green("-");
  }
  return bar;
}

function axisOf(seconds: number, cells: number): string {
  const end = secondsText(seconds);
  const middle = secondsText(seconds / 2);
  const half = Math.floor(cells / 2) - middle.length;
  return `0${pad(middle, half + middle.length - 1, "right")}${pad(end, cells - half - middle.length, "right")}`;
}

function level(share: number, unicode: boolean): string {
  const bounded = Math.min(1, Math.max(0, share));
  if (unicode) return BLOCKS[bounded > 0 ? Math.max(1, Math.round(bounded * 8)) : 0] ?? " ";
  return bounded === 0 ? "." : String(Math.min(9, Math.floor(bounded * 10)));
}

function keyOf({ hostId, direction, migrationOnly }: LinkLoad): string {
  return `${hostId} ${direction} ${migrationOnly}`;
}

function linkName({ hostId, direction, migrationOnly, capacity }: LinkLoad): string {
  return `${hostId} ${direction}${migrationOnly ? " (migrations' own)" : ""}, ${mbitText(capacity)}:`;
}

/** Those that carry most of the migrations, in the order of their names. */
function busiest(spans: readonly Span[]): readonly LinkLoad[] {
  const carried = new Map<string, { link: LinkLoad; bytes: number }>();
  for (const { from, until, loads } of spans) {
    for (const link of loads) {
      const known = carried.get(keyOf(link)) ?? { link, bytes: 0 };
      known.bytes += link.migrations * (until - from);
      carried.set(keyOf(link), known);
    }
  }
  return [...carried.values()]
    .filter(({ bytes }) => bytes > 0)
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, MOST_LINKS)
    .map(({ link }) => link)
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function meanOver(
  spans: readonly Span[],
  key: string,
  from: number,
  until: number,
  of: (load: LinkLoad) => number,
): number {
  let sum = 0;
  for (const span of spans) {
    const shared = Math.min(until, span.until) - Math.max(from, span.from);
    if (shared <= 0) continue;
    const load = span.loads.find((one) => keyOf(one) === key);
    if (load !== undefined) sum += of(load) * shared;
  }
  return sum / (until - from);
}
