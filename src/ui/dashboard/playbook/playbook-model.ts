/** Which actions the merchant's own losses call for, and what came of those taken. Pure. */
import { findPlaybooks, findTriggeredActions } from '../../../core/advice';
import type { Advice, LossRow, Playbook } from '../../../core/advice-types';
import type { ScoreModel } from '../../../core/score-model';
import type { LoggedAction } from '../../../core/shop-choices';
import { findDay } from '../../../core/time';
import type { Translator } from '../../i18n';
import type { LossesData } from '../../ports';
import { numberText } from '../../shared/format';
import { keyText, percentText } from '../losses/losses-model';

export interface ActionView {
  id: string;
  textKey: string;
  effectKey: string;
  /** What in the merchant's own orders calls for it; absent: good practice. */
  because?: string;
}

export interface PlaybookView {
  entry: Playbook;
  actions: ActionView[];
  /** Some action is called for by the shop's own losses. */
  isCalledFor: boolean;
}

/** Those called for first; inside each, the actions with evidence first. */
export function playbookViews(
  advice: Advice,
  subject: string,
  losses: LossesData | undefined,
  tr: Translator,
): PlaybookView[] {
  const rows: LossRow[] = losses ? Object.values(losses.parts).flat() : [];
  return findPlaybooks(advice.playbooks, subject)
    .map((entry): PlaybookView => {
      const triggered = findTriggeredActions(entry, rows);
      const calling = triggered.map(
        ({ action, because, share, count }): ActionView => ({
          ...idsOf(action),
          because: tr.t('playbook.because', {
            what: because.map((row) => keyText(row.by, row.key, tr)).join(tr.t('list.comma')),
            count: numberText(count, 0),
            percent: percentText(share),
          }),
        }),
      );
      const called = new Set(calling.map(({ id }) => id));
      const others = entry.actions.filter(({ id }) => !called.has(id)).map(idsOf);
      return { entry, actions: [...calling, ...others], isCalledFor: calling.length > 0 };
    })
    .sort((a, b) => Number(b.isCalledFor) - Number(a.isCalledFor));
}

const idsOf = ({ id, textKey, effectKey }: ActionView): ActionView => ({ id, textKey, effectKey });

export interface ActionResult {
  action: LoggedAction;
  label: string;
  unit?: string;
  /** Last value printed up to the day of the action, and the newest one after it. */
  before?: number;
  after?: number;
  better: 'low' | 'high';
}

/** What the platform printed before and after each action: of its indicator, else of the total. */
export function actionResults(model: ScoreModel, actions: readonly LoggedAction[]): ActionResult[] {
  const { report, context } = model;
  return [...actions]
    .sort((a, b) => (a.day < b.day ? 1 : -1))
    .map((action): ActionResult => {
      const day = findDay(action.day) ?? 0;
      const rule = context.pack.indicators.find((each) => each.id === action.indicator);
      const shown = report.indicators.find((each) => each.id === action.indicator);
      const values = context.snapshots.flatMap((each) => {
        const value = rule ? each.indicators[rule.id]?.value : each.total;
        // A reading speaks of the days up to the one before it.
        return value === undefined ? [] : [{ day: each.day - 1, value }];
      });
      return {
        action,
        label: shown?.label ?? '',
        ...(shown ? { unit: shown.unit } : {}),
        before: values.findLast((each) => each.day < day)?.value,
        after: values.findLast((each) => each.day >= day)?.value,
        better: rule?.better ?? 'high',
      };
    });
}
