import { BarController, BarElement, CategoryScale, Chart, LinearScale, type ChartConfiguration, type Plugin } from "chart.js";
import type { Bars, Fill } from "./bars.ts";
import { placeLabels } from "./label-places.ts";

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** Colours and type of the moment, from the theme. */
interface Look {
  readonly font: string;
  readonly size: number;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly paper: string;
  readonly primary: string;
  readonly edge: string;
  readonly mark: string;
}

function lookOf(host: HTMLElement): Look {
  const style = getComputedStyle(host);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    font: style.fontFamily, size: Number.parseFloat(style.fontSize), ink: token("--ink"), soft: token("--ink-soft"), line: token("--hairline"), paper: token("--paper-raised"),
    primary: token("--primary"), edge: token("--edge"), mark: token("--gold-text"),
  };
}

const HATCH_PX = 8;

/** Slanted lines, so that a bar is told from its neighbour without its colour. */
function hatch(look: Look, px: number): CanvasPattern | string {
  const tile = document.createElement("canvas");
  tile.width = tile.height = px;
  const pen = tile.getContext("2d");
  if (!pen) return look.edge;
  pen.fillStyle = look.paper;
  pen.fillRect(0, 0, px, px);
  pen.strokeStyle = look.primary;
  pen.lineWidth = px / 5;
  for (const shift of [-px, 0, px]) {
    pen.beginPath();
    pen.moveTo(shift, px);
    pen.lineTo(shift + px, 0);
    pen.stroke();
  }
  return pen.createPattern(tile, "repeat") ?? look.edge;
}

function fillOf(fill: Fill, look: Look): CanvasPattern | string {
  switch (fill) {
    case "solid":
      return look.primary;
    case "hatched":
      return hatch(look, Math.max(HATCH_PX, Math.round(look.size / 2)));
    case "empty":
      return look.paper;
  }
}

/** Numbers at the ends of the bars, and a dashed line where the target is. */
function marks(bars: Bars, look: Look): Plugin<"bar"> {
  return {
    id: "marks",
    afterDatasetsDraw: (chart) => {
      const pen = chart.ctx;
      pen.save();
      const scale = bars.lying ? chart.scales["x"] : chart.scales["y"];
      if (bars.target !== undefined && scale) {
        const at = scale.getPixelForValue(bars.target);
        pen.strokeStyle = look.mark;
        pen.lineWidth = Math.max(2, look.size / 8);
        pen.setLineDash([look.size / 2, look.size / 3]);
        pen.beginPath();
        if (bars.lying) { pen.moveTo(at, chart.chartArea.top); pen.lineTo(at, chart.chartArea.bottom); } else { pen.moveTo(chart.chartArea.left, at); pen.lineTo(chart.chartArea.right, at); }
        pen.stroke();
        pen.setLineDash([]);
      }
      pen.font = `600 ${look.size}px ${look.font}`;
      pen.textAlign = "left";
      pen.textBaseline = "top";
      const labels = chart.data.datasets.flatMap((_, series) => chart.getDatasetMeta(series).data.flatMap((bar, i) => {
        const words = bars.series[series]?.words[i];
        if (!words) return [];
        const [width, height] = [pen.measureText(words).width, look.size * 1.2];
        return [{ words, at: i, box: bars.lying ? { left: bar.x + look.size / 3, top: bar.y - height / 2, width, height } : { left: bar.x - width / 2, top: bar.y - height - look.size / 6, width, height } }];
      })).sort((one, other) => one.at - other.at);
      placeLabels(labels.map(({ box }) => box), { left: 1, right: chart.width - 1 }).forEach((box, i) => {
        const label = labels[i];
        if (!box || !label) return;
        // neither a bar nor the target's line runs through a number
        pen.fillStyle = look.paper;
        pen.fillRect(box.left - 1, box.top, box.width + 2, box.height);
        pen.fillStyle = look.ink;
        pen.fillText(label.words, box.left, box.top + box.height * 0.1);
      });
      pen.restore();
    },
  };
}

function configuration(bars: Bars, look: Look): ChartConfiguration<"bar", (number | null)[], string> {
  const numbers = bars.series.flatMap(({ values }) => values).filter((value): value is number => value !== null);
  const values = {
    beginAtZero: true, grid: { color: look.line, tickLength: 0 }, border: { display: false }, ticks: { display: false, maxTicksLimit: 5 },
    suggestedMax: Math.max(bars.most ?? 0, bars.target ?? 0, ...numbers), grace: bars.most === undefined ? "12%" : 0,
  } as const;
  const names = { grid: { display: false }, border: { color: look.edge }, ticks: { color: look.soft, font: { family: look.font, size: look.size }, autoSkip: !bars.lying, maxRotation: 40 } } as const;
  return {
    type: "bar",
    data: {
      labels: [...bars.labels],
      datasets: bars.series.map((series) => ({
        label: series.name, data: [...series.values], borderColor: look.primary, borderWidth: 1.5, borderRadius: 2, maxBarThickness: look.size * 4, categoryPercentage: 0.85, barPercentage: 0.85,
        backgroundColor: series.values.map((_, i) => fillOf(series.fills?.[i] ?? series.fill, look)),
      })),
    },
    options: {
      indexAxis: bars.lying ? "y" : "x", responsive: true, maintainAspectRatio: false, animation: false, events: [],
      layout: { padding: bars.lying ? { right: look.size * 5 } : { top: look.size * 1.6 } },
      scales: bars.lying ? { x: values, y: names } : { x: names, y: values },
    },
    plugins: [marks(bars, look)],
  };
}

/** Draws into a canvas that stands in `host`. @returns what ends it */
export function draw(host: HTMLElement, canvas: HTMLCanvasElement, bars: Bars): { readonly end: () => void } {
  const chart = new Chart(canvas, configuration(bars, lookOf(host)));
  return { end: () => chart.destroy() };
}
