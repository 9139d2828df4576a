/** The extension APIs that tests ask in an extension's own page. */
declare const chrome: {
  storage: {
    local: {
      get(key: string | null): Promise<Record<string, any>>;
      set(values: object): Promise<void>;
      remove(keys: string | string[]): Promise<void>;
    };
    onChanged: {
      addListener(heard: (changes: Record<string, { newValue?: unknown }>) => void): void;
    };
  };
  alarms: { create(name: string, when: { when: number }): Promise<void> };
  notifications: {
    getAll(): Promise<Record<string, boolean>>;
    clear(id: string): Promise<boolean>;
  };
  tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
  action: {
    getTitle(details: { tabId: number }): Promise<string>;
    getBadgeText(details: { tabId: number }): Promise<string>;
    openPopup(): Promise<void>;
  };
};
