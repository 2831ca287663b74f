/** Lines over logarithmic axes, as an SVG. */
export interface Line {
  readonly title: string;
  readonly points: { readonly x: number; readonly y: number }[];
}

const WIDTH = 720;
const HEIGHT = 420;
const LEFT = 70;
const RIGHT = 130;
const TOP = 40;
const BOTTOM = 50;
const COLOURS = ["#0b6e99", "#b3541e", "#3d7a37", "#7a3d76", "#8a6d00"];

export function drawingOf(drawing: {
  readonly title: string;
  readonly x: string;
  readonly lines: readonly Line[];
}): string {
  const { title, x: name, lines } = drawing;
  const points = lines.flatMap((line) => line.points).filter(({ y }) => y > 0);
  const xs = decades(points.map(({ x }) => x));
  const ys = decades(points.map(({ y }) => y));
  const across = (x: number) => LEFT + ((Math.log10(x) - xs.low) / (xs.high - xs.low)) * (WIDTH - LEFT - RIGHT);
  const up = (y: number) => HEIGHT - BOTTOM - ((Math.log10(y) - ys.low) / (ys.high - ys.low)) * (HEIGHT - TOP - BOTTOM);
  const grid = [
    ...ys.powers.map((power) => {
      const y = up(10 ** power).toFixed(1);
      return `<path d="M${LEFT} ${y}H${WIDTH - RIGHT}" stroke="#ddd"/><text x="${LEFT - 8}" y="${y}" dy="4" text-anchor="end">${amount(power)}</text>`;
    }),
    ...xs.powers.map((power) => {
      const x = across(10 ** power).toFixed(1);
      return `<path d="M${x} ${TOP}V${HEIGHT - BOTTOM}" stroke="#ddd"/><text x="${x}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${amount(power)}</text>`;
    }),
  ];
  const drawn = lines.map((line, index) => {
    const colour = COLOURS[index % COLOURS.length];
    const shown = line.points.filter(({ y }) => y > 0).map(({ x, y }) => `${across(x).toFixed(1)} ${up(y).toFixed(1)}`);
    const dots = shown.map(
      (at) => `<circle cx="${at.split(" ")[0]}" cy="${at.split(" ")[1]}" r="3" fill="${colour}"/>`,
    );
    const [endX, endY] = shown.at(-1)?.split(" ") ?? ["0", "0"];
    const label = `<text x="${Number(endX) + 8}" y="${endY}" dy="4" fill="${colour}">${line.title}</text>`;
    return `<path d="M${shown.join("L")}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join("")}${label}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<title>${title}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${LEFT}" y="22" font-size="15">${title}</text>`,
    `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 12}" text-anchor="middle">${name}</text>`,
    ...grid,
    ...drawn,
    "</svg>\n",
  ].join("\n");
}

function decades(values: readonly number[]): { low: number; high: number; powers: readonly number[] } {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  return { low, high, powers: Array.from({ length: high - low + 1 }, (_, index) => low + index) };
}

function amount(power: number): string {
  return power < 0 ? String(10 ** power) : (10 ** power).toLocaleString("en");
}
