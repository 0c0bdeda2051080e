/** Widths of the reader in px up to which its style changes, widest first; reader.css names them. */
const STEPS_PX = [1100, 899, 700] as const;

/** Writes onto an element which of the steps it lies within (`data-within="1100 899"`), a reader unless told: Safari knows container queries only from 16. */
export function watchWidth(element: HTMLElement, steps: readonly number[] = STEPS_PX): () => void {
  const watch = new ResizeObserver(() => { element.dataset["within"] = steps.filter((step) => element.clientWidth <= step).join(" "); });
  watch.observe(element);
  return () => watch.disconnect();
}
