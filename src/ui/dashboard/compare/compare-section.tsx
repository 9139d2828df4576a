import type { SectionProps } from '../section-types';
import { Comparison } from '../tables';

export default function CompareSection({ view, translator }: SectionProps) {
  return <Comparison view={view} t={translator.t} />;
}
