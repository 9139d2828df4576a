/** The one class without a hash of the order list's rows of 2020 to 2022-11; see `order-list-older.ts`. */
export const OLDER_ROW = 'mortise-rich-table-row';
