/** What a frame may see of the page around it. */

/** The top document when it is of the same origin, else this frame's own. */
export function sameOriginTop(win: Window): { doc: Document; location: Location } {
  try {
    const top = win.top;
    // Reading a property of a cross-origin document throws.
    if (top?.document.body !== undefined) return { doc: top.document, location: top.location };
  } catch {
    // Another origin: this frame stands for itself.
  }
  return { doc: win.document, location: win.location };
}
