/** Which version of the rule explains the shop, and what the rule asks of a shop that no page prints. */
import type { RulePack } from '../../../core/pack';
import type { GrowthFacts } from '../../../core/small-shop';
import { Check, Group } from '../settings/fields';
import type { RulesPart } from './rules-parts';

interface Props extends RulesPart {
  pack: RulePack;
  packs: Pick<RulePack, 'id' | 'name' | 'from' | 'to' | 'source'>[];
}

const GROWTH = ['taskDone', 'personal', 'fallen'] as const;

export function ShopFacts({ pack, packs, report, settings, save, t }: Props) {
  const { smallShop } = pack;
  const { stage } = report;
  return (
    <Group title={t('rules.shop')}>
      <label class="wide-field">
        <span>{t('rules.pack')}</span>
        <select
          name="pack"
          onChange={({ currentTarget }) => save({ packId: currentTarget.value || undefined })}
        >
          <option value="" selected={settings.packId === undefined}>
            {t('rules.pack.auto')}
          </option>
          {packs.map(({ id, name, from, to }) => (
            <option key={id} value={id} selected={settings.packId === id}>
              {t('rules.pack.one', { id, name, from, to: to ?? t('about.now') })}
            </option>
          ))}
        </select>
      </label>
      <p class="quiet" data-pack={pack.id}>
        {t('rules.pack.now', { id: pack.id, name: pack.name, source: pack.source })}
      </p>
      {settings.packId !== undefined && report.notes.includes('pack-mismatch') && (
        <p class="notice" data-tone="problem">
          {t('note.pack-mismatch')}
        </p>
      )}
      {smallShop && (
        <>
          <label class="wide-field">
            <span>{t('rules.industry')}</span>
            <select
              name="industry"
              onChange={({ currentTarget }) => save({ industry: currentTarget.value || undefined })}
            >
              <option value="" selected={settings.industry === undefined}>
                {t('rules.industry.unknown')}
              </option>
              {smallShop.listedIndustries.map((industry) => (
                <option key={industry} value={industry} selected={settings.industry === industry}>
                  {industry}
                </option>
              ))}
              <option value={OTHER} selected={settings.industry === OTHER}>
                {t('rules.industry.other')}
              </option>
            </select>
          </label>
          <Check
            name="flagship"
            label={t('rules.flagship')}
            help={smallShop.source}
            isOn={settings.flagship === true}
            set={(flagship) => save({ flagship })}
          />
        </>
      )}
      {stage.needed > 0 && (
        <p data-stage={stage.stage}>
          {t(`rules.stage.${stage.stage}`, { needed: stage.needed, days: stage.windowDays })}
        </p>
      )}
      {pack.growth && stage.stage === 'growth' && (
        <>
          {GROWTH.map((fact) => (
            <Check
              key={fact}
              name={`growth-${fact}`}
              label={t(`rules.growth.${fact}`)}
              isOn={settings.growth?.[fact] === true}
              set={(isOn) => save({ growth: { ...NO_FACTS, ...settings.growth, [fact]: isOn } })}
            />
          ))}
          {stage.score !== undefined && <p>{t('rules.growth.score', { score: stage.score })}</p>}
          <p class="quiet">{pack.growth.source}</p>
        </>
      )}
    </Group>
  );
}

/** An industry with the higher volume line: which one it is makes no difference. */
const OTHER = 'other';
const NO_FACTS: GrowthFacts = { taskDone: false };
