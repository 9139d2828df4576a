import type { PlatformInfo } from '../ports';
import type { PreferencePorts } from '../shared/use-preferences';

/** What the welcome page needs of the world around it. */
export interface WelcomePorts extends PreferencePorts {
  platforms: PlatformInfo[];
  openTab(url: string): void;
  hasDemo(): Promise<boolean>;
  addDemo(): Promise<void>;
  removeDemo(): Promise<void>;
  openDemo(): void;
}
