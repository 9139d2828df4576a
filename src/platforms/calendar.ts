/** Built-in exclusion calendars by platform; empty where no span is known. */
import type { ExcludedSpan } from '../core/calendar';
import { taobaoCalendar } from './taobao/rules/calendar';

const calendars: Record<string, ExcludedSpan[]> = { taobao: taobaoCalendar };

export const builtInCalendar = (platform: string): ExcludedSpan[] => calendars[platform] ?? [];
