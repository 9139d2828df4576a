/** The score page of every rule version under one address: which one it is the labels on the page tell. */
import { HUNDRED_STEPS } from '../../shared-pages/score-tiers';
import { versionsReader } from '../../shared-pages/score-versions';
import { currentScoreReader, isSubPage } from './score';
import { OLDER_SCORE_LABELS } from './score-labels-older';

export const scorePagesReader = versionsReader(currentScoreReader, {
  sets: OLDER_SCORE_LABELS,
  steps: HUNDRED_STEPS,
  isSubPage,
});
