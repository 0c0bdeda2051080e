/** A hidden tab draws no frames; nothing may wait for ever for one. */
const AT_LATEST_MS = 400;

/** Resolves once what stands in the document now is on the glass: a frame has been drawn and the next one is due. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const latest = setTimeout(resolve, AT_LATEST_MS);
    requestAnimationFrame(() => requestAnimationFrame(() => { clearTimeout(latest); resolve(); }));
  });
}
