import type { LoggedAction } from '../../core/shop-choices';

/** An action as it was proposed, or as the merchant wrote it. @param texts of the advice, once loaded */
export function actionText(
  { text, textKey, id }: LoggedAction,
  texts: ((key: string) => string) | undefined,
): string {
  return text ?? (textKey === undefined ? id : (texts?.(textKey) ?? ''));
}
