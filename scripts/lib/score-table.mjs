// The report as a table for a terminal: provenance marks as in the product (≈ estimate, – missing).

const number = (value, digits = 2) => (value === undefined ? '–' : value.toFixed(digits));
const points = (value, provenance) =>
  value === undefined ? '–' : `${provenance === 'estimate' ? '≈' : ''}−${value.toFixed(2)}`;

/** Chinese characters take two columns. */
function pad(text, width) {
  const columns = [...text].reduce((sum, char) => sum + (char.codePointAt(0) > 0x2e7f ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(1, width - columns));
}

function valueText({ value, unit }) {
  if (value === undefined) return '–';
  return unit === 'ratio' ? `${(value * 100).toFixed(4)} %` : `${number(value, 3)} ${unit}`;
}

/** Where ranks decide no points can be lost: how many peers are beaten, and the page's own mark. */
function standingText({ beaten, met }) {
  const peers = beaten === undefined ? '' : `beats ${(beaten * 100).toFixed(1)} % `;
  return `${peers}${met === undefined ? '' : met ? '已达标' : '未达标'}`.trim();
}

export function printScoreTable(report) {
  const { total, drag } = report;
  // A scale of 100 is printed in whole points, one of 5 with a decimal or two.
  const digits = report.scale.max >= 50 ? 0 : 2;
  console.log(`\n${report.shop.name} · ${report.packId} · as of ${report.asOf}`);
  console.log(
    `total ${number(total?.official, digits)} (page), recomposed ${number(total?.ours, 2)}, bonus ${number(report.bonus, 0)}, deduction ${number(report.deduction, 0)}`,
  );
  for (const dimension of report.dimensions) {
    console.log(
      `${pad(dimension.label, 30)}${pad(number(dimension.score, digits), 12)}weight ${pad(dimension.weight === undefined ? '–' : `${number(dimension.weight * 100, 0)} %`, 7)}lost ${points(dimension.pointsLost, dimension.provenance)}`,
    );
    for (const each of report.indicators.filter((one) => one.dimension === dimension.id)) {
      const counted =
        each.num === undefined
          ? standingText(each)
          : `${each.num}/${each.den ?? '?'} (${each.numProvenance})`;
      console.log(
        `  ${pad(each.label, 28)}${pad(valueText(each), 16)}${pad(each.provenance, 10)}lost ${pad(points(each.pointsLost, each.pointsProvenance), 9)}${counted}`,
      );
    }
  }
  for (const each of report.evidence) {
    console.log(`  ${pad(each.id, 28)}${pad(String(each.num), 16)}${each.provenance}`);
  }
  const named = report.indicators.find((each) => each.id === drag.indicator);
  console.log(
    named
      ? `drag: ${drag.indicator} ${named.label} ${points(drag.pointsLost, drag.provenance)} (${drag.why})`
      : `drag: none (${drag.why})`,
  );
  const seen = report.coverage.map(
    (each) =>
      `${each.side} ${each.ratio === undefined ? '–' : `${Math.round(each.ratio * 100)} %`}`,
  );
  console.log(`coverage: ${seen.join(', ')}; offenders listed: ${report.offenders.length}\n`);
}
