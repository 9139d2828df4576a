import type { Preferences } from '../../core/preferences';
import type { PlatformInfo } from '../ports';

/** What the welcome page needs of the world around it. */
export interface WelcomePorts {
  platforms: PlatformInfo[];
  readPreferences(): Promise<Preferences>;
  savePreferences(chosen: Preferences): Promise<void>;
  openTab(url: string): void;
  hasDemo(): Promise<boolean>;
  addDemo(): Promise<void>;
  removeDemo(): Promise<void>;
  openDemo(): void;
}
