import { Pagination } from '@alifd/next';
import { useState } from 'react';
import { word } from '../../shared/pages/config.js';

/** Page number and size of a list; another size begins at the first page again. */
export function usePaging() {
  const [{ page, size }, set] = useState({ page: 1, size: 20 });
  return {
    page,
    size,
    setPage: (next) => set({ page: next, size }),
    setSize: (next) => set({ page: 1, size: next }),
  };
}

export const Pager = ({ total, paging }) => (
  <Pagination
    total={total}
    current={paging.page}
    pageSize={paging.size}
    pageSizeSelector="dropdown"
    pageSizeList={[10, 20, 50, 100]}
    onChange={paging.setPage}
    onPageSizeChange={paging.setSize}
    totalRender={(count) => `${word('共')} ${count} ${word('条')}`}
  />
);
