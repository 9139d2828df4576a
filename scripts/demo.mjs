// npm run demo: builds, opens a Chromium with the extension beside the sample merchant back-end, walks
// the score, order and after-sale pages as a merchant would, and leaves the popup open.
// npm run demo -- --headless --out DIR [--seed N] [--fault KIND] [--as-of DATE]: the same without a
// screen; writes report.json and screenshots and prints the score table.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureBuild, printSizes } from './lib/build.mjs';
import { checkNode, ensurePackages } from './lib/packages.mjs';
import { printScoreTable } from './lib/score-table.mjs';
import { fail, SetupError, step } from './lib/steps.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const HELP = `npm run demo -- [options]
  --platform ID   whose back-end: doudian (default), taobao, pinduoduo, or all beside each other
  --headless      no window: write the results and end
  --out DIR       where report.json and the screenshots go (default demo-out)
  --seed N        another sample shop (default 7)
  --fault KIND    what is wrong in it (default quality); none: nothing. An unknown one lists
                  those that the platform's sample shop has
  --as-of DATE    last complete day of the data, YYYY-MM-DD (default yesterday in Beijing)
  --lang TAG      zh-CN (default) or en`;

function options() {
  try {
    const { values } = parseArgs({
      options: {
        platform: { type: 'string', default: 'doudian' },
        headless: { type: 'boolean', default: false },
        out: { type: 'string', default: 'demo-out' },
        seed: { type: 'string', default: '7' },
        fault: { type: 'string', default: 'quality' },
        'as-of': { type: 'string' },
        lang: { type: 'string', default: 'zh-CN' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values['as-of'] && !/^\d{4}-\d{2}-\d{2}$/.test(values['as-of'])) {
      throw new Error('--as-of wants a date such as 2026-11-20');
    }
    if (!/^\d+$/.test(values.seed)) throw new Error('--seed wants a whole number');
    return values;
  } catch (error) {
    throw new SetupError(`${error.message}\n\n${HELP}`);
  }
}

/** One site, or all that there are. */
function sitesOf(platform, SITES, siteById) {
  if (platform === 'all') return SITES;
  try {
    return [siteById(platform)];
  } catch (error) {
    throw new SetupError(`--platform: ${error.message}`);
  }
}

function startBackends(sites, startBackend, settings) {
  return Promise.all(
    sites.map(({ id }) =>
      startBackend({ platform: id, ...settings }).catch((error) => {
        throw new SetupError(`${id}: ${error.message}`);
      }),
    ),
  );
}

try {
  const values = options();
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  const noScreen =
    process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const headless = values.headless || noScreen;
  if (noScreen && !values.headless) console.log('No screen here: running without a window.');
  checkNode();
  await ensurePackages(root);
  const browserPath = await ensureBrowser(root);
  const extensionDir = await ensureBuild(root);
  printSizes(extensionDir);
  const load = (file) => import(pathToFileURL(path.join(root, file)).href);
  const { ensureBackend } = await load('test/backend/setup.mjs');
  await ensureBackend();
  const { startBackend } = await load('test/backend/server.mjs');
  const { SITES, siteById } = await load('test/backend/sites.mjs');
  const { openDemo } = await load('scripts/lib/demo-walk.mjs');

  const backends = await startBackends(sitesOf(values.platform, SITES, siteById), startBackend, {
    seed: Number(values.seed),
    fault: values.fault,
    asOf: values['as-of'],
    ...(headless ? { latencyMs: [20, 40], lateMs: [20, 60] } : {}),
  });
  const { lang } = values;
  const demo = await openDemo({ browserPath, extensionDir, backends, headless, lang });
  for (const merchant of demo.merchants) {
    const { name, id } = merchant.site;
    await step(`${name}: score page`, () => merchant.readScore());
    await step(`${name}: after-sale pages`, () => merchant.walk('aftersales'));
    await step(`${name}: order pages`, () => merchant.walk('orders'));
    const out = path.resolve(values.out, ...(demo.merchants.length > 1 ? [id] : []));
    mkdirSync(out, { recursive: true });
    let report;
    await step(`${name}: report and screenshots`, async () => {
      report = await merchant.copyReport();
      writeFileSync(path.join(out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
      await merchant.screenshots(out);
      return out;
    });
    printScoreTable(report);
  }
  const closeBackends = () => Promise.all(backends.map((backend) => backend.close()));
  if (headless) {
    await demo.close();
    await closeBackends();
  } else {
    console.log('The browser stays open; close it to end the demo.');
    await demo.showPopup();
    await demo.closed;
    await closeBackends();
  }
} catch (error) {
  fail(error);
}
