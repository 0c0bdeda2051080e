import { boxOf, meet, quantised, type Box, type Line, type Sample } from "./stroke.ts";
import { widthAt, type Brush, type Wet } from "./paint.ts";

export interface Nib {
  readonly colour: string;
  /** Page units. */
  readonly width: number;
  readonly swells: boolean;
}

/**
 * The stroke that is being drawn. Each batch of points paints its own segments only: a curve from the middle of one pair of points to
 * the middle of the next. Foreseen points are painted, and wiped out by the next batch; they are never part of the stroke.
 */
export class WetStroke {
  readonly #samples: Sample[] = [];
  #painted = 0;
  #foreseen: Box | null = null;

  constructor(private readonly wet: Wet, private readonly nib: Nib) {}

  get line(): Line { return quantised(this.#samples); }

  add(samples: readonly Sample[], foreseen: readonly Sample[] = []): void {
    this.#wipe();
    const from = this.#painted;
    this.#samples.push(...samples);
    this.#painted = this.#samples.length;
    // a piece begins at the middle of the two points before it
    if (samples.length > 0) this.wet.over(around(this.#samples.slice(Math.max(0, from - 2)), this.nib), (brush) => this.#segments(this.#dip(brush), from, this.#painted));
    const last = this.#samples[this.#samples.length - 1];
    if (last && foreseen.length > 0) this.#foresee(last, foreseen);
  }

  /** Paints the pieces that end at the points `from` to `to` (exclusive); one path, or one a piece when the width swells. */
  #segments(brush: Brush, from: number, to: number, only?: Box): void {
    const { nib } = this;
    const s = this.#samples;
    if (from === 0 && s[0]) this.#dot(brush, s[0]);
    brush.lineWidth = nib.width;
    if (!nib.swells) brush.beginPath();
    let open = false;
    for (let i = Math.max(1, from); i < to; i++) {
      const [a, b, c] = [s[i - 2] ?? s[i - 1]!, s[i - 1]!, s[i]!];
      if (only && !meet(only, boxOf([a.x, a.y, b.x, b.y, c.x, c.y], nib.width))) { open = false; continue; }
      if (nib.swells) {
        brush.lineWidth = this.#width(b, c);
        brush.beginPath();
        open = false;
      }
      if (!open) brush.moveTo((a.x + b.x) / 2, (a.y + b.y) / 2);
      open = true;
      brush.quadraticCurveTo(b.x, b.y, (b.x + c.x) / 2, (b.y + c.y) / 2);
      if (nib.swells) brush.stroke();
    }
    if (!nib.swells) brush.stroke();
  }

  #width(b: Sample, c: Sample): number {
    return b.pressure === null || c.pressure === null ? this.nib.width : widthAt(this.nib.width, ((b.pressure + c.pressure) / 2) * 255);
  }

  #dip(brush: Brush): Brush {
    brush.lineCap = brush.lineJoin = "round";
    brush.strokeStyle = brush.fillStyle = this.nib.colour;
    return brush;
  }

  #dot(brush: Brush, at: Sample): void {
    const width = this.nib.swells && at.pressure !== null ? widthAt(this.nib.width, at.pressure * 255) : this.nib.width;
    brush.beginPath();
    brush.arc(at.x, at.y, width / 2, 0, 2 * Math.PI);
    brush.fill();
  }

  #foresee(last: Sample, foreseen: readonly Sample[]): void {
    // the last piece ends at the middle of its two points
    const before = this.#samples[this.#samples.length - 2] ?? last;
    const from: Sample = { x: (before.x + last.x) / 2, y: (before.y + last.y) / 2, pressure: null };
    const box = around([from, last, ...foreseen], this.nib);
    this.wet.over(box, (brush) => {
      this.#dip(brush).lineWidth = this.nib.width;
      brush.beginPath();
      brush.moveTo(from.x, from.y);
      for (const { x, y } of [last, ...foreseen]) brush.lineTo(x, y);
      brush.stroke();
    });
    this.#foreseen = box;
  }

  /** Takes the foreseen part away again, and gives back what of the stroke itself lay beneath. */
  #wipe(): void {
    const box = this.#foreseen;
    if (!box) return;
    this.#foreseen = null;
    this.wet.over(box, (brush) => {
      brush.clearRect(...box);
      brush.save();
      brush.beginPath();
      brush.rect(...box);
      brush.clip();
      this.#segments(this.#dip(brush), 0, this.#painted, box);
      brush.restore();
    });
  }
}

/** All that a nib may touch between these points, with twice its width around them: a swelling one is wider than it says. */
const around = (samples: readonly Sample[], { width }: Nib): Box => boxOf(samples.flatMap(({ x, y }) => [x, y]), width * 2);
