/** What a file holds, whose shop it is, and whether it is the whole of a period: before anything is stored. */
import { useEffect, useState } from 'preact/hooks';
import type { ShopRef } from '../../core/entities';
import type { Translator } from '../i18n';
import type { DashboardPorts } from '../ports';
import { momentText } from '../shared/format';
import { TabLink } from '../shared/link';
import { claimedPeriod, previewView } from './import-model';
import type { ImportRun, PreviewData, StoreRequest } from './import-types';

export interface ShopChoice extends ShopRef {
  isShown: boolean;
}

interface Props {
  data: PreviewData;
  shops: ShopChoice[];
  ports: Pick<DashboardPorts, 'platforms' | 'now' | 'openTab'>;
  translator: Translator;
  findEarlier: ImportRun['findEarlier'];
  store(request: StoreRequest): void;
  forget(): void;
}

export function Preview({ data, shops, ports, translator, findEarlier, store, forget }: Props) {
  const { t } = translator;
  const view = previewView(data, ports.platforms, ports.now(), translator);
  const own = shops.filter((each) => each.platform === data.platform);
  const shown = Math.max(
    0,
    own.findIndex((each) => each.isShown),
  );
  const [chosen, setChosen] = useState(shown);
  const [isWhole, setIsWhole] = useState(false);
  const [from, setFrom] = useState(view.period?.from ?? '');
  const [to, setTo] = useState(view.period?.to ?? '');
  const shop = own[chosen];
  const earlierMs = useEarlier(shop, findEarlier);
  const whole = isWhole ? claimedPeriod(data, from, to) : undefined;
  const isWrongPeriod = isWhole && !whole;
  const confirm = (): void => {
    if (!shop || isWrongPeriod) return;
    const { platform, shopId, name } = shop;
    store({ shop: { platform, shopId, name }, ...(whole ? { whole } : {}) });
  };
  const day = (label: string, value: string, set: (value: string) => void, name: string) => (
    <label>
      {label}{' '}
      <input
        type="date"
        name={name}
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </label>
  );
  return (
    <div class="preview" data-source={data.source}>
      <h3>{t('import.about', { file: data.fileName, what: view.title })}</h3>
      <ul>
        {view.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <dl>
        <dt>{t('import.recognised', { count: data.columns.length })}</dt>
        <dd data-columns="recognised">{view.recognised}</dd>
        {view.ignored.map(({ title, headers }) => (
          <>
            <dt>{title}</dt>
            <dd>{headers}</dd>
          </>
        ))}
      </dl>
      {view.problems.length > 0 && (
        <>
          <h3>{t('import.problems')}</h3>
          <ul data-problems>
            {view.problems.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {shop ? (
        <>
          <p>
            <label>
              {t('import.shop')}{' '}
              <select
                name="shop"
                onChange={(event) => setChosen(event.currentTarget.selectedIndex)}
              >
                {own.map((each, i) => (
                  <option key={each.shopId} selected={i === chosen}>
                    {each.name}
                  </option>
                ))}
              </select>
            </label>
          </p>
          {view.noClaim ? (
            <p class="quiet">{view.noClaim}</p>
          ) : (
            <fieldset>
              <label>
                <input
                  type="checkbox"
                  name="whole"
                  checked={isWhole}
                  onChange={(event) => setIsWhole(event.currentTarget.checked)}
                />{' '}
                {t(data.source === 'order-export' ? 'import.whole.orders' : 'import.whole.tickets')}
              </label>
              {isWhole && (
                <p class="actions">
                  {day(t('import.from'), from, setFrom, 'from')}
                  {day(t('import.to'), to, setTo, 'to')}
                </p>
              )}
              {isWrongPeriod && <p role="alert">{t('import.whole.wrong')}</p>}
              <p class="quiet">{t('import.whole.why')}</p>
            </fieldset>
          )}
        </>
      ) : (
        <NoShop platform={data.platform} ports={ports} translator={translator} />
      )}
      <div role="status">
        {earlierMs !== undefined && (
          <p class="notice" data-tone="info" data-import="before">
            {t('import.before', { at: momentText(earlierMs, ports.now()) })}
          </p>
        )}
      </div>
      <p class="actions">
        <button
          type="button"
          class="primary"
          data-import="store"
          disabled={!shop || isWrongPeriod}
          onClick={confirm}
        >
          {t('import.store')}
        </button>
        <button type="button" data-import="forget" onClick={forget}>
          {t('import.forget')}
        </button>
      </p>
    </div>
  );
}

/** When this very file was imported for the shop; a note only, so it may also fail to be known. */
function useEarlier(
  shop: ShopRef | undefined,
  findEarlier: ImportRun['findEarlier'],
): number | undefined {
  const [earlierMs, setEarlier] = useState<number>();
  useEffect(() => {
    let isCurrent = true;
    setEarlier(undefined);
    if (shop) {
      findEarlier(shop)
        .then((ms) => isCurrent && setEarlier(ms))
        .catch(() => {});
    }
    return () => {
      isCurrent = false;
    };
  }, [shop?.platform, shop?.shopId]);
  return earlierMs;
}

/** A file does not say whose it is: a page of the back-end has to, first. */
function NoShop({
  platform,
  ports,
  translator: { t, locale },
}: Pick<Props, 'ports' | 'translator'> & {
  platform: string;
}) {
  const { links, name } = ports.platforms.find((each) => each.id === platform) ?? {};
  return (
    <div class="notice" data-tone="problem">
      <p>{t('import.no-shop', { platform: name?.[locale] ?? platform })}</p>
      {links && (
        <TabLink url={links.score} open={ports.openTab}>
          {t('action.open-score')}
        </TabLink>
      )}
    </div>
  );
}
