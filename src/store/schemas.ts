/**
 * Every schema that was ever shipped, in order: version 1 is the first. A browser may hold any of them;
 * Dexie leads each to the last one, in one transaction, so a failure leaves the old one as it was.
 */
export const SCHEMAS: Record<string, string>[] = [
  {
    cases: '[platform+orderId], *marks',
    tallies: '[gen+shopKey+day]',
    snapshots: '[shopKey+day]',
    chatDays: '[shopKey+day]',
    coverage: 'shopKey',
    health: '[shopKey+kind]',
    shops: 'shopKey',
    generations: 'platform',
  },
  {
    // Read and written whole, a few rows a shop.
    walks: '[shopKey+side+state]',
  },
  // Closed history is packed. Nothing moves at the upgrade: the background packs what grows old.
  {
    packs: '[platform+lastId+firstId], [platform+firstDay]',
    offences: '[gen+shopKey+measureId+day+part]',
  },
  // Packs are columns and rows are short from here on. What is there stays as it is and is read like the
  // others; the number keeps an older version, which would take the new forms for damaged, from opening it.
  {},
];
