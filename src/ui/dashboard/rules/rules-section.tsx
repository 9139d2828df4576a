/** By which rule a shop is explained, what the merchant knows of it, and what no page publishes. */
import type { ShopSettings } from '../../../core/shop-settings';
import type { SectionProps } from '../section-types';
import { useChoices } from '../use-choices';
import { Bonuses } from './bonuses';
import { Exclusions } from './exclusions';
import { FiguresForm } from './figures-form';
import { ShopFacts } from './shop-facts';

export default function RulesSection({ view, model, ports, translator, input }: SectionProps) {
  const { t } = translator;
  const handle = useChoices(ports, view.shop);
  const { choices } = handle;
  // The pack as published: the one in the model has the merchant's figures in it already.
  const pack = model && ports.findPack(model.report);
  const platform = input.platforms.find((each) => each.id === view.shop?.platform);
  if (!model || !pack || !choices || !platform) {
    return (
      <p class="quiet" data-loading>
        {t('loading')}
      </p>
    );
  }
  const { report } = model;
  const save = (change: Partial<ShopSettings>): Promise<void> =>
    handle.save({ ...choices, settings: { ...choices.settings, ...change } });
  const parts = { report, settings: choices.settings, save, t };
  return (
    <>
      {handle.failed && (
        <p class="notice" data-tone="problem" role="alert">
          {t('choices.failed')}
        </p>
      )}
      <ShopFacts pack={pack} packs={platform.packs ?? []} {...parts} />
      <Bonuses {...parts} />
      <Exclusions {...parts} />
      {!pack.totalFromRank && (
        <FiguresForm
          key={pack.id}
          pack={pack}
          report={report}
          choices={choices}
          handle={handle}
          translator={translator}
        />
      )}
    </>
  );
}
