/** What a shop is called here, and which shops are one: a form for each shop. */
import { useId, useRef, useState } from 'preact/hooks';
import { DEMO_SHOP_ID } from '../../../core/demo';
import type { IndexShop } from '../../../store/mirror-types';
import { LABEL_LENGTH } from '../../../store/shop-alias';
import type { Translate } from '../../i18n';
import type { DashboardPorts, ShopId } from '../../ports';
import { idOf } from '../../shared/choose-shop';

type Ports = Pick<DashboardPorts, 'renameShop' | 'mergeShops' | 'splitShop'>;

type Run = (work: Promise<unknown>, done: string, isRegrouping?: boolean) => void;

interface Props {
  shops: IndexShop[];
  /** As the interface names it. */
  platformName(platform: string): string;
  ports: Ports;
  t: Translate;
}

export function ShopNames({ shops, platformName, ports, t }: Props) {
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const run: Run = (work, done, isRegrouping = false) => {
    work.then(
      () => {
        setSaid(done);
        // The control that was used goes with its shop: whoever works by keyboard goes on from here.
        if (isRegrouping) heading.current?.focus();
      },
      () => setSaid(t('shops.failed')),
    );
  };
  // The demo shop is nobody's: it is no part of a real one, and no name of one.
  const real = shops.filter(({ shopId }) => shopId !== DEMO_SHOP_ID);
  if (real.length === 0) return null;
  return (
    <section id="shop-names" aria-labelledby="shop-names-title">
      <h2 id="shop-names-title" ref={heading} tabIndex={-1}>
        {t('shops.names')}
      </h2>
      <p class="quiet">{t('shops.names.help')}</p>
      {real.map((shop) => (
        <fieldset class="group" key={`${shop.platform}:${shop.shopId}`} data-names={shop.shopId}>
          <legend>
            {t('shop.choice', { shop: shop.name, platform: platformName(shop.platform) })}
          </legend>
          <Label shop={shop} ports={ports} t={t} run={run} />
          <Merge
            shop={shop}
            others={real.filter((each) => each !== shop && each.platform === shop.platform)}
            ports={ports}
            t={t}
            run={run}
          />
          <Merged shop={shop} ports={ports} t={t} run={run} />
        </fieldset>
      ))}
      <p role="status" data-shops-said>
        {said}
      </p>
    </section>
  );
}

interface PartProps {
  shop: IndexShop;
  ports: Ports;
  t: Translate;
  run: Run;
}

function Label({ shop, ports, t, run }: PartProps) {
  const labelled = shop.ownName !== undefined;
  const [label, setLabel] = useState(labelled ? shop.name : '');
  const help = useId();
  const save = (text: string): void =>
    run(
      ports.renameShop(idOf(shop), text),
      text.trim() ? t('shops.renamed', { shop: text.trim() }) : t('shops.unnamed'),
    );
  return (
    <form
      class="filters"
      onSubmit={(event) => {
        event.preventDefault();
        save(label);
      }}
    >
      <label>
        <span>{t('shops.label')}</span>
        <input
          name="shop-label"
          maxLength={LABEL_LENGTH}
          value={label}
          aria-describedby={labelled ? help : undefined}
          onInput={({ currentTarget }) => setLabel(currentTarget.value)}
        />
      </label>
      <button type="submit" data-do="rename">
        {t('shops.rename')}
      </button>
      {labelled && (
        <span id={help} class="quiet">
          {t('shops.own-name', { shop: shop.ownName ?? '' })}
        </span>
      )}
    </form>
  );
}

function Merge({ shop, others, ports, t, run }: PartProps & { others: IndexShop[] }) {
  const [into, setInto] = useState('');
  const target = others.find(({ shopId }) => shopId === into);
  if (others.length === 0) return null;
  const merge = (event: Event): void => {
    event.preventDefault();
    if (!target) return;
    const texts = { shop: shop.name, into: target.name };
    run(
      ports.mergeShops(idOf(shop), idOf(target)).then((isDone) => {
        if (!isDone) throw new Error('the shops are one already, or one is gone');
      }),
      t('shops.merged', texts),
      true,
    );
  };
  return (
    <form class="filters" onSubmit={merge}>
      <label>
        <span>{t('shops.same-as')}</span>
        <select name="merge-into" onChange={({ currentTarget }) => setInto(currentTarget.value)}>
          <option value="" selected={!target}>
            {t('shops.same-as.none')}
          </option>
          {others.map(({ shopId, name }) => (
            <option key={shopId} value={shopId} selected={shopId === into}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" data-do="merge" disabled={!target}>
        {t('shops.merge')}
      </button>
      {target && (
        <span class="quiet">{t('shops.merge.means', { shop: shop.name, into: target.name })}</span>
      )}
    </form>
  );
}

function Merged({ shop, ports, t, run }: PartProps) {
  const { merged = [], platform } = shop;
  if (merged.length === 0) return null;
  const nameOf = (shopId: string): string =>
    shopId === shop.shopId
      ? shop.name
      : (merged.find((each) => each.shopId === shopId)?.name ?? shopId);
  const split = (each: ShopId, name: string): void =>
    run(ports.splitShop(each), t('shops.split-done', { shop: name }), true);
  return (
    <ul data-merged>
      {merged.map(({ shopId, name, into }) => (
        <li key={shopId}>
          {t('shops.is-in', { shop: name, into: nameOf(into) })}{' '}
          <button
            type="button"
            data-do="split"
            aria-label={t('shops.split-named', { shop: name })}
            onClick={() => split({ platform, shopId }, name)}
          >
            {t('shops.split')}
          </button>
        </li>
      ))}
    </ul>
  );
}
