/** What the popup shows besides the glance: code of its own, loaded when that is painted. */
import type { ComponentType } from 'preact';
import type { Translator } from '../i18n';
import { Below, type BelowProps } from './below';
import { CopySummary, type CopySummaryProps } from './copy-summary';
import type { PopupInput } from './popup-input';
import { popupView } from './popup-model';
import type { PopupView } from './popup-view';

export interface WholePopup {
  viewOf(input: PopupInput, translator: Translator): PopupView;
  Below: ComponentType<BelowProps>;
  CopySummary: ComponentType<CopySummaryProps>;
}

export const wholePopup: WholePopup = { viewOf: popupView, Below, CopySummary };
