/** Human customer-service sessions: rounds with reply seconds, ratings, the order they are about. */
import { DAY, HOUR, SECOND, startOfDay } from '../../shared/beijing.mjs';
import { createQuota } from '../../shared/random.mjs';

const UNANSWERED_SECONDS = 600;

/**
 * @param orders sorted by placedMs; a session may be about one of the last week's
 * @returns sessions sorted by startedMs: {startedMs, orderId?, counted, replySeconds[], stars?}
 */
export function simulateChats(random, orders, plan, days, perDay) {
  const unsatisfied = createQuota(random);
  const rated = createQuota(random);
  const sessions = [];
  for (const [i, day] of days.entries()) {
    const count = Math.round(perDay[i] * random.between(0.8, 1.1)) + 2;
    for (let n = 0; n < count; n++) {
      const early = random.chance(0.05);
      const hour = early ? random.between(0, 8) : random.between(8, 23);
      const startedMs = startOfDay(day) + Math.floor((hour * HOUR) / SECOND) * SECOND;
      const mean = plan.rate('chat-response-seconds', startedMs);
      // An unanswered round counts ten minutes; slow shops leave more of them.
      const unanswered = mean > 60 ? 0.05 : 0.001;
      const answeredMean = Math.max(2, (mean - unanswered * UNANSWERED_SECONDS) / (1 - unanswered));
      const replySeconds = Array.from({ length: random.int(1, 6) }, () =>
        random.chance(unanswered)
          ? UNANSWERED_SECONDS
          : Math.min(
              UNANSWERED_SECONDS,
              Math.max(1, Math.round(random.skewed(answeredMean, 0.45))),
            ),
      );
      const session = { startedMs, counted: !early, replySeconds };
      if (!early && rated(0.18)) {
        const bad = unsatisfied(plan.rate('chat-unsatisfied-rate', startedMs));
        session.stars = bad ? random.int(1, 3) : random.int(4, 5);
      }
      sessions.push(session);
    }
  }
  sessions.sort((a, b) => a.startedMs - b.startedMs);
  linkToOrders(random, sessions, orders);
  return sessions;
}

function linkToOrders(random, sessions, orders) {
  let first = 0;
  let last = 0;
  for (const session of sessions) {
    while (first < orders.length && orders[first].placedMs < session.startedMs - 7 * DAY) first++;
    while (last < orders.length && orders[last].placedMs < session.startedMs) last++;
    if (last > first && random.chance(0.55)) {
      session.orderId = orders[random.int(first, last - 1)].orderId;
    }
  }
}
