import type { SectionProps } from '../section-types';
import { Orders } from './orders';

export default function OrdersSection({ view, ports, translator }: SectionProps) {
  const { report, shown } = view;
  if (!report || !shown) return null;
  return <Orders shown={shown} report={report} ports={ports} translator={translator} />;
}
