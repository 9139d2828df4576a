/** Short forms for writing advice data: catalogue keys follow from ids, so nobody types them twice. */
import type {
  ChecklistItem,
  EligibilityLine,
  Evidence,
  NotAdvised,
  Playbook,
} from '../../core/advice-types';

/** [action id, effect id, evidence]; without evidence it is good practice for everybody. */
export type ActionDraft = [id: string, effect: string, evidence?: Evidence];

export interface PlaybookDraft {
  id: string;
  indicators?: string[];
  deductions?: string[];
  actions: ActionDraft[];
  /** Number of reply steps, worded in the catalogue as `.reply.1` … */
  replies?: number;
  sources: string[];
}

/** Keys: `playbook.<id>.title`, `.impact`, `.review`, `.action.<id>`, `.reply.<n>`, `effect.<id>`. */
export function playbook(draft: PlaybookDraft): Playbook {
  const key = (part: string): string => `playbook.${draft.id}.${part}`;
  return {
    id: draft.id,
    titleKey: key('title'),
    indicators: draft.indicators ?? [],
    deductions: draft.deductions ?? [],
    impactKey: key('impact'),
    actions: draft.actions.map(([id, effect, evidence]) => ({
      id,
      textKey: key(`action.${id}`),
      ...(evidence ? { evidence } : {}),
      effectKey: `effect.${effect}`,
    })),
    reviewQuestionKey: key('review'),
    ...(draft.replies
      ? { replySteps: Array.from({ length: draft.replies }, (_, i) => key(`reply.${i + 1}`)) }
      : {}),
    sources: draft.sources,
  };
}

/** Key: `checklist.<id>`. */
export function checklistItem(
  topic: ChecklistItem['topic'],
  id: string,
  sources: string[],
  more: Pick<ChecklistItem, 'target' | 'every'> = {},
): ChecklistItem {
  return { id, topic, textKey: `checklist.${id}`, ...more, sources, unscored: true };
}

/** Key: `not-advised.<id>`. */
export function notAdvised(id: string, clause: string, sources: string[]): NotAdvised {
  return { id, textKey: `not-advised.${id}`, clause, sources };
}

type LineRest = Omit<EligibilityLine, 'id' | 'platform' | 'stat' | 'direction' | 'effectKey'> &
  Partial<Pick<EligibilityLine, 'stat' | 'direction'>>;

/** Lines of one platform: `now` and `at-least` unless said; key `line.<platform>.<use>`. */
export function lineMaker(platform: string): (id: string, rest: LineRest) => EligibilityLine {
  return (id, rest) => ({
    id,
    platform,
    stat: 'now',
    direction: 'at-least',
    ...rest,
    effectKey: `line.${platform}.${rest.use}`,
  });
}
