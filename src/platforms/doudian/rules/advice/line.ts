/** Addresses of the platform's texts and the short form of its lines. */
import { lineMaker } from '../../../shared-advice/define';

export const line = lineMaker('doudian');

const SCHOOL = 'https://school.jinritemai.com/doudian/web';

/** A notice or article of the rule centre. */
export const article = (id: string): string => `${SCHOOL}/article/${id}`;
/** A numbered rule. */
export const rule = (id: string): string => `${SCHOOL}/rules/${id}`;
