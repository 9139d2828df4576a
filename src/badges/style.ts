/**
 * One style for all badges. The page's back-ends are light, so the badges are. `all: initial` keeps the
 * page's inherited styles out; the shadow root keeps ours in.
 */
export const BADGE_CSS = `
:host{all:initial!important;display:inline-flex!important;vertical-align:middle!important;margin:3px 8px!important;color-scheme:light!important;max-width:calc(100% - 16px)!important}
:host([hidden]){display:none!important}
*{box-sizing:border-box;font:12px/18px system-ui,-apple-system,"PingFang SC","Microsoft YaHei",sans-serif;letter-spacing:0}
button{display:inline-flex;align-items:center;gap:4px;min-height:24px;min-width:24px;padding:2px 8px;border:1px solid #c4cad4;border-radius:12px;background:#f3f5f8;color:#3b4454;cursor:pointer;white-space:nowrap;font-variant-numeric:tabular-nums;max-width:100%}
button span{overflow:hidden;text-overflow:ellipsis}
button:hover{border-color:currentColor}
:focus-visible{outline:2px solid #1d4ed8;outline-offset:2px}
svg{width:14px;height:14px;flex:none;fill:none;stroke:currentColor;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}
[data-tone=soon]{background:#fff4de;border-color:#e0a93b;color:#7a4300;font-weight:600}
[data-tone=counted]{background:#fdecec;border-color:#e3a3a3;color:#9b1c1c}
[data-tone=paused]{background:#e9f1fe;border-color:#9dbdf0;color:#1e4fa3}
[data-kind=stale]{border-style:dashed}
[role=dialog]{position:fixed;inset:auto;z-index:2147483000;margin:0;width:300px;max-width:calc(100vw - 16px);padding:12px;border:1px solid #c4cad4;border-radius:8px;background:#fff;color:#1f2733;box-shadow:0 6px 24px rgba(15,23,42,.18);white-space:normal;text-align:left}
[role=dialog][hidden]{display:none}
strong{display:block;padding-right:28px;font-size:13px;font-weight:600}
p{margin:4px 0 8px}
dl{display:grid;grid-template-columns:auto 1fr;gap:4px 10px;margin:0}
dt{color:#5b6472;white-space:nowrap}
dd{margin:0;overflow-wrap:anywhere}
a{display:inline-block;min-height:24px;margin-top:8px;line-height:24px;color:#1d4ed8}
button.x{position:absolute;top:6px;right:6px;justify-content:center;padding:0;border-color:transparent;background:none}
button.x path{stroke-width:1.6}
@media print{:host{display:none!important}}
`;

const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

export function applyStyle(root: ShadowRoot, doc: Document): void {
  applySheet(root, doc, BADGE_CSS);
}

/** One sheet for all shadow roots of a document; a style element where sheets cannot be shared. */
export function applySheet(root: ShadowRoot, doc: Document, css: string): void {
  try {
    root.adoptedStyleSheets = [sharedSheet(doc, css)];
  } catch {
    // Some browsers refuse a content script's sheets.
    const style = doc.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}

function sharedSheet(doc: Document, css: string): CSSStyleSheet {
  const known = sheets.get(doc) ?? new Map<string, CSSStyleSheet>();
  sheets.set(doc, known);
  const sheet = known.get(css) ?? new (doc.defaultView ?? globalThis).CSSStyleSheet();
  if (!known.has(css)) sheet.replaceSync(css);
  known.set(css, sheet);
  return sheet;
}
