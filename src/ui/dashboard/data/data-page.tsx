/** What was read and what is missing, bringing more in, and what is stored. */
import { beijingDay, formatDay } from '../../../core/time';
import { GapCard } from '../../shared/gap-card';
import type { DashboardView } from '../dashboard-view';
import { DataSection } from '../data-section';
import type { ShopChoice } from '../import-preview';
import { ImportSection } from '../import-section';
import type { SectionProps } from '../section-types';
import { Reading } from '../tables';
import { BackupCard } from './backup-card';
import { ExportCard } from './export-card';
import { Skeleton } from './skeleton';

export default function DataPage({ view, ports, translator }: SectionProps) {
  const { t } = translator;
  const today = formatDay(beijingDay(ports.now()));
  return (
    <>
      {view.report && <Reading view={view} t={t} />}
      <Skeleton ports={ports} t={t} />
      {view.gaps && <GapCard gaps={view.gaps} open={ports.openTab} />}
      <ImportSection shops={shopChoices(view)} ports={ports} translator={translator} />
      {view.shop && (
        <ExportCard
          shop={view.shop}
          shopName={view.shopName ?? view.shop.shopId}
          data={ports.data}
          save={ports.saveFile}
          today={today}
          t={t}
        />
      )}
      <BackupCard data={ports.data} save={ports.saveFile} today={today} t={t} />
      <DataSection shop={view.shop} shopName={view.shopName} ports={ports} t={t} />
    </>
  );
}

/** Shops that a file may belong to; a shop is known once a page of its back-end was read. */
const shopChoices = ({ shops }: DashboardView): ShopChoice[] =>
  shops.map(({ id, name, isSelected }) => ({ ...id, name, isShown: isSelected }));
