import type { Provenance } from '../../core/entities';
import type { Translator } from '../i18n';
import type { ChipView } from '../popup/popup-view';

const ALL: Provenance[] = ['exact', 'page', 'proxy', 'estimate', 'missing'];

/** The mark that says how sure a number is, with its meaning. */
export function chipView(provenance: Provenance, { t }: Pick<Translator, 't'>): ChipView {
  return {
    provenance,
    label: t(`provenance.${provenance}`),
    help: t(`provenance.${provenance}.help`),
  };
}

export const legendView = (translator: Pick<Translator, 't'>): ChipView[] =>
  ALL.map((each) => chipView(each, translator));
