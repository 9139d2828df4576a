/** Advice and its texts, loaded when first needed. */
import { useEffect, useState } from 'preact/hooks';
import type { AdviceBook, DashboardPorts } from '../ports';

export function useAdvice(
  ports: Pick<DashboardPorts, 'loadAdvice'>,
  platform: string | undefined,
  isNeeded = true,
): AdviceBook | 'failed' | undefined {
  const [book, setBook] = useState<AdviceBook | 'failed'>();
  useEffect(() => {
    if (!platform || !isNeeded) return;
    let isCurrent = true;
    ports.loadAdvice(platform).then(
      (read) => isCurrent && setBook(read),
      () => isCurrent && setBook('failed'),
    );
    return () => {
      isCurrent = false;
    };
  }, [ports, platform, isNeeded]);
  return book;
}

/** Only the texts. */
export function useAdviceTexts(
  ports: Pick<DashboardPorts, 'loadAdvice'>,
  platform: string,
  isNeeded: boolean,
): AdviceBook['text'] | undefined {
  const book = useAdvice(ports, platform, isNeeded);
  return book === 'failed' ? undefined : book?.text;
}
