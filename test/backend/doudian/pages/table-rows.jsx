import { has, keys } from './config.js';

/**
 * Row component for both antd tables. React's key may be the row's place on the page (rows are
 * then reused on paging), so the machine-readable key is set here, where the real pages have it.
 */
export function BodyRow({ 'data-row-key': _reactKey, 'data-id': id, ...rest }) {
  return <tr {...rest} {...(has('mutated-keys') ? {} : { 'data-row-key': id })} />;
}

export const rowProps = (record) => ({ 'data-id': record.id });

/** React key of a row: by place or by identity. */
export const reactKey = (place, id) => (keys === 'id' ? id : `row-${place}`);

export const tableComponents = { body: { row: BodyRow } };

/** Label and value as the site prints them: joined by a no-break space. */
export function Field({ label, value, className }) {
  return (
    <div className={className}>
      <span>{label}</span>
      {'\u00a0'}
      <span>{value}</span>
    </div>
  );
}
