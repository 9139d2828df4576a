/** A folder of the validation's three tables, written for one test. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Tables {
  /** order_id, status, purchase, approved, carrier, customer, estimated */
  orders: string[];
  /** order_id, item, product, seller, limit, price */
  items: string[];
  /** review_id, order_id, score, creation, answer */
  reviews: string[];
}

export function writeFolder({ orders, items, reviews }: Tables): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'scorelens-validate-'));
  const write = (name: string, header: string, rows: string[]) =>
    writeFileSync(path.join(dir, name), `${[header, ...rows].join('\n')}\n`);
  write(
    'orders.csv',
    'order_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date',
    orders,
  );
  write(
    'order_items.csv',
    'order_id,order_item_id,product_id,seller_id,shipping_limit_date,price',
    items,
  );
  write(
    'reviews.csv',
    'review_id,order_id,review_score,review_creation_date,review_answer_timestamp',
    reviews,
  );
  return dir;
}
