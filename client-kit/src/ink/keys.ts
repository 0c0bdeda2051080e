import type { Ink } from "./ink.ts";

/** What a key asks of the ink; false when it is none of its own. Escape leaves one thing after the other, at last the tools. */
export function pressKey(event: KeyboardEvent, ink: Ink): boolean {
  if (event.defaultPrevented) return false;
  if (event.key === "Escape") {
    if (ink.writing || ink.reading) ink.closeNote();
    else if (ink.selected.length > 0) ink.unselect();
    else if (ink.mode !== "read") ink.stop();
    else return false;
    return true;
  }
  const typing = event.target instanceof Element && event.target.closest("input, textarea, [contenteditable]") !== null;
  if (typing || ink.mode === "read") return false;
  const key = event.key.toLowerCase();
  const control = event.ctrlKey || event.metaKey;
  if (control && key === "z") { if (event.shiftKey) ink.redo(); else ink.undo(); }
  else if (control && key === "y") ink.redo();
  else if ((key === "delete" || key === "backspace") && ink.selected.length > 0) ink.removeSelected();
  else return false;
  return true;
}
