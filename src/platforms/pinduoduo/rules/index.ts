import type { RulePack } from '../../../core/pack';
import { pddNavigator } from './pack-navigator';
import { pddServiceExperience } from './pack-service-experience';

export { pinduoduoWords } from './words';

/** Both in force side by side: the page's labels choose. */
export const pinduoduoPacks: RulePack[] = [pddServiceExperience, pddNavigator];
