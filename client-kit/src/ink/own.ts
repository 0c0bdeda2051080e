/** Buttons, links and what has fingers of its own are not drawn upon. */
export const OWN = "button, a, input, textarea, [data-own-gesture]";
