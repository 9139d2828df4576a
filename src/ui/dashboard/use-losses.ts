/** The split of one indicator's loss, read when a section asks for it. */
import { useEffect, useState } from 'preact/hooks';
import type { Report } from '../../core/report-types';
import type { DashboardPorts, LossesData } from '../ports';

export type LossesState =
  | { at: 'reading'; read: number }
  | { at: 'failed' }
  | { at: 'read'; data: LossesData };

export function useLosses(
  ports: Pick<DashboardPorts, 'splitLosses'>,
  report: Report | undefined,
  indicatorId: string | undefined,
): [LossesState, () => void] {
  const [state, setState] = useState<LossesState>({ at: 'reading', read: 0 });
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!report || !indicatorId) return;
    let isCurrent = true;
    setState({ at: 'reading', read: 0 });
    ports
      .splitLosses(report, indicatorId, (read) => {
        if (isCurrent) setState({ at: 'reading', read });
        return isCurrent;
      })
      .then(
        (data) => isCurrent && setState({ at: 'read', data }),
        () => isCurrent && setState({ at: 'failed' }),
      );
    return () => {
      isCurrent = false;
    };
  }, [ports, report, indicatorId, round]);
  return [state, () => setRound(round + 1)];
}
