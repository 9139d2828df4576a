/** What every section of the dashboard is given. */
import type { ComponentType } from 'preact';
import type { ScoreModel } from '../../core/score-model';
import type { Translator } from '../i18n';
import type { DashboardPorts } from '../ports';
import type { Place, SectionId } from '../routes';
import type { DashboardInput } from './dashboard-model';
import type { DashboardView } from './dashboard-view';

export interface SectionProps {
  input: DashboardInput;
  view: DashboardView;
  /** Present with a report. */
  model?: ScoreModel;
  place: Place;
  ports: DashboardPorts;
  translator: Translator;
  /** Goes to another place of the same shop, unless one is named. */
  go(to: Place): void;
  /** Address of a place of the same shop, for links. */
  hrefOf(to: Place): string;
}

export type Section = ComponentType<SectionProps>;

export interface SectionEntry {
  id: SectionId;
  /** Shown only once a shop's pages were read; others work on an empty profile too. */
  needsReport: boolean;
  /** A desk seat may look at it: it shows nothing of the score. */
  forDesk?: true;
  /** Stays alive when left: an import goes on while one looks elsewhere. */
  keep?: true;
  load(): Promise<{ default: Section }>;
}
