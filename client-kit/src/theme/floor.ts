/**
 * True where the apps run: Chrome from 109, Safari from 15.4. What older browsers lack is asked for, not their name. The page's own
 * sentence about that (`#unable`) is taken away, or stands for good; a browser that can't even read our script is left with it too.
 */
export function aboveFloor(): boolean {
  const able = CSS.supports("height", "100dvh") && CSS.supports("selector(:has(a))");
  const says = document.getElementById("unable");
  if (able) says?.remove();
  else says?.classList.add("is-sure");
  return able;
}
