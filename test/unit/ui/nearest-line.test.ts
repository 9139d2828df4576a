import { expect, it } from 'vitest';
import type { LineStanding } from '../../../src/core/advice-types';
import type { Report } from '../../../src/core/report-types';
import { createTranslator, zhMessages } from '../../../src/ui/i18n';
import { standingText } from '../../../src/ui/popup/nearest-line';
import { makeReport } from './fixtures';

it('the way between two rates is in points of a percent, between two scores in points', () => {
  const tr = createTranslator('zh-CN', zhMessages);
  const report: Report = makeReport();
  const standing = (metric: string, value: number, margin: number): string =>
    standingText(
      { line: { metric } as LineStanding['line'], provenance: 'page', value, margin, holds: true },
      report,
      tr,
    );
  const rate = report.indicators.find(({ unit }) => unit === 'ratio');
  expect(standing(`indicator:${rate?.id}`, 0.9803, 0.0803)).toBe(
    `${rate?.label}：现在 98.03%，高出 8.03 个百分点`,
  );
  expect(standing('total', 74, 4)).toBe('现在 74 分，高出 4 分');
});
