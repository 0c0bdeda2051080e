/** Looks for a code this often; a hand holds it for a second. */
const EVERY_MS = 160;
/** As wide as is decoded at once: a code that fills a third of the picture has ten dots for each module. */
const WIDTH = 720;
/** The same code is not told twice while it is still before the camera. */
const AGAIN_AFTER_MS = 4_000;

interface Detector {
  detect(source: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorMaker = (new (options: { formats: string[] }) => Detector) & { getSupportedFormats?(): Promise<string[]> };

type Read = (picture: HTMLCanvasElement) => Promise<string | null>;

/** The browser's own reader where it has one, else one that came with the page. */
async function reader(): Promise<Read> {
  const own = (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;
  if (own && (await own.getSupportedFormats?.().catch((): string[] => []))?.includes("qr_code")) {
    const detector = new own({ formats: ["qr_code"] });
    return async (picture) => (await detector.detect(picture))[0]?.rawValue ?? null;
  }
  const { default: decode } = await import("jsqr");
  return (picture) => {
    const { data, width, height } = picture.getContext("2d", { willReadFrequently: true })!.getImageData(0, 0, picture.width, picture.height);
    return Promise.resolve(decode(data, width, height, { inversionAttempts: "dontInvert" })?.data ?? null);
  };
}

/** Reads QR codes from the camera until it is stopped. */
export class Scanner {
  #stream: MediaStream | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = { text: "", at: 0 };

  constructor(private readonly video: HTMLVideoElement, private readonly found: (text: string) => void) {}

  static get possible(): boolean { return typeof navigator.mediaDevices?.getUserMedia === "function"; }

  /** @throws DOMException where there is no camera, or it may not be used */
  async start(): Promise<void> {
    const [stream, read] = await Promise.all([navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } }, audio: false }), reader()]);
    this.#stream = stream;
    this.video.srcObject = stream;
    await this.video.play();
    const picture = document.createElement("canvas");
    const look = async (): Promise<void> => {
      const { videoWidth, videoHeight } = this.video;
      if (videoWidth > 0) {
        picture.width = Math.min(WIDTH, videoWidth);
        picture.height = Math.round((picture.width * videoHeight) / videoWidth);
        picture.getContext("2d", { willReadFrequently: true })?.drawImage(this.video, 0, 0, picture.width, picture.height);
        const text = await read(picture).catch(() => null);
        if (text !== null && this.#stream) this.#tell(text);
      }
      if (this.#stream) this.#timer = setTimeout(() => void look(), EVERY_MS);
    };
    void look();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#stream?.getTracks().forEach((track) => track.stop());
    this.#stream = null;
    this.video.srcObject = null;
  }

  #tell(text: string): void {
    const now = performance.now();
    const again = text === this.#last.text && now - this.#last.at < AGAIN_AFTER_MS;
    this.#last = { text, at: now };
    if (!again) this.found(text);
  }
}
