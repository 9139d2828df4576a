import type { ComponentChildren } from 'preact';

interface Props {
  url: string;
  open(url: string): void;
  class?: string;
  /** Spoken name, where the visible text is short. */
  label?: string;
  tabIndex?: number;
  children: ComponentChildren;
}

/** A real link (middle click, copy address), opened through the port on a plain click. */
export function TabLink({ url, open, class: className, label, tabIndex, children }: Props) {
  const onClick = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    open(url);
  };
  return (
    <a
      href={url}
      class={className}
      aria-label={label}
      title={label}
      tabIndex={tabIndex}
      onClick={onClick}
    >
      {children}
    </a>
  );
}
