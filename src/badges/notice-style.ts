import { INSET } from './step-aside';
import { applySheet } from './style';

const NOTICE_CSS = `
:host{all:initial!important;position:fixed!important;inset:var(${INSET})!important;z-index:2147483000!important;color-scheme:light!important}
*{box-sizing:border-box;font:13px/20px system-ui,-apple-system,"PingFang SC","Microsoft YaHei",sans-serif}
div{display:flex;align-items:flex-start;gap:8px;width:340px;max-width:calc(100vw - 32px);padding:12px;border:1px solid #e0a93b;border-left-width:4px;border-radius:8px;background:#fff;color:#1f2733;box-shadow:0 6px 24px rgba(15,23,42,.18)}
strong{flex:none;font-weight:600}
span{flex:1}
button{flex:none;width:24px;height:24px;padding:0;border:0;background:none;color:#5b6472;cursor:pointer}
:focus-visible{outline:2px solid #1d4ed8;outline-offset:2px}
@media print{:host{display:none!important}}
`;

export function applyNoticeStyle(root: ShadowRoot, doc: Document): void {
  applySheet(root, doc, NOTICE_CSS);
}
