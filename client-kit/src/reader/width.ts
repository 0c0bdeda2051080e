/** Widths of the reader in px up to which its style changes, widest first; reader.css names them. */
const STEPS_PX = [1100, 899, 700] as const;

/** Writes onto a reader which of the steps it lies within (`data-within="1100 899"`): Safari knows container queries only from 16. */
export function watchWidth(reader: HTMLElement): () => void {
  const watch = new ResizeObserver(() => { reader.dataset["within"] = STEPS_PX.filter((step) => reader.clientWidth <= step).join(" "); });
  watch.observe(reader);
  return () => watch.disconnect();
}
