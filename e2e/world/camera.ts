import { codeOf } from "../../client-kit/src/ui/qr.ts";

const [WIDTH, HEIGHT] = [640, 480];
/** Dots of the picture for each module of the code. */
const DOTS = 10;
const CHROMA = Buffer.alloc((WIDTH / 2) * (HEIGHT / 2), 128);

/** A film of one still picture, a QR code on a grey wall, as a browser's made-up camera plays it (YUV4MPEG2). */
export function filmOf(text: string): Buffer {
  const { size, path } = codeOf(text);
  const modules = Array.from({ length: size }, () => new Uint8Array(size));
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) modules[Number(y)]?.fill(1, Number(x), Number(x) + Number(run));
  const luma = Buffer.alloc(WIDTH * HEIGHT, 150);
  const [left, top] = [(WIDTH - size * DOTS) >> 1, (HEIGHT - size * DOTS) >> 1];
  for (let y = 0; y < size * DOTS; y++) {
    for (let x = 0; x < size * DOTS; x++) luma[(top + y) * WIDTH + left + x] = modules[Math.floor(y / DOTS)]?.[Math.floor(x / DOTS)] ? 20 : 230;
  }
  const frame = Buffer.concat([Buffer.from("FRAME\n"), luma, CHROMA, CHROMA]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), ...Array.from({ length: 10 }, () => frame)]);
}
