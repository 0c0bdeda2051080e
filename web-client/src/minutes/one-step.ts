import { Fragment, Slice, type Node } from "prosemirror-model";
import { ReplaceStep, type Step } from "prosemirror-transform";

/** The one step that leads from a text to another, as small as it can be; null when they are the same. */
export function oneStep(from: Node, to: Node): Step | null {
  const start = from.content.findDiffStart(to.content);
  if (start === null) return null;
  const end = from.content.findDiffEnd(to.content);
  if (end) {
    // what is the same at both ends may overlap, as when a letter is doubled
    const overlap = start - Math.min(end.a, end.b);
    const [a, b] = overlap > 0 ? [end.a + overlap, end.b + overlap] : [end.a, end.b];
    const small = new ReplaceStep(start, a, to.slice(start, b));
    if (small.apply(from).doc?.eq(to)) return small;
  }
  return ofBlocks(from, to);
}

/** Whole paragraphs, lists and tables, where the change goes through their borders. */
function ofBlocks(from: Node, to: Node): Step {
  const few = Math.min(from.childCount, to.childCount);
  let [head, tail] = [0, 0];
  while (head < few && from.child(head).eq(to.child(head))) head++;
  while (tail < few - head && from.child(from.childCount - 1 - tail).eq(to.child(to.childCount - 1 - tail))) tail++;
  const size = (node: Node, first: number, last: number): number => blocks(node, first, last).reduce((sum, each) => sum + each.nodeSize, 0);
  const start = size(from, 0, head);
  return new ReplaceStep(start, start + size(from, head, from.childCount - tail), new Slice(Fragment.fromArray(blocks(to, head, to.childCount - tail)), 0, 0));
}

const blocks = (node: Node, first: number, last: number): Node[] => Array.from({ length: last - first }, (_, i) => node.child(first + i));
