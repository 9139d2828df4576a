/** Answers travel in an envelope: an error thrown across contexts loses its class on the way. */
import type { Envelope, ErrorCode } from './contract';

/** An error whose meaning is known where it is thrown. The message must hold no page data. */
export class CodedError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'CodedError';
  }
}

export const success = <T>(value: T): Envelope<T> => ({ ok: true, value });

export const failure = (code: ErrorCode, message: string): Envelope<never> => ({
  ok: false,
  code,
  message: message.slice(0, 200),
});

/** DOMException names by which a database says that it cannot work now but may later. */
const UNAVAILABLE = new Set([
  'AbortError',
  'DatabaseClosedError',
  'DataError',
  'InvalidStateError',
  'MissingAPIError',
  'OpenFailedError',
  'PrematureCommitError',
  'TimeoutError',
  'TransactionInactiveError',
  'UnknownError',
  'UpgradeError',
  'VersionError',
]);

/**
 * The one place where a thrown thing becomes a code. A full disk hides in many shapes: the request's
 * error, the transaction's abort reason, or one level down in a wrapper's `inner`.
 */
export function toFailure(error: unknown): Envelope<never> {
  if (error instanceof CodedError) return failure(error.code, error.message);
  const chain = causes(error);
  const text = chain.map((cause) => `${cause.name}: ${cause.message}`).join(' < ');
  if (chain.some((cause) => /quota/i.test(`${cause.name} ${cause.message}`))) {
    return failure('quota', text);
  }
  if (chain.some((cause) => UNAVAILABLE.has(cause.name))) return failure('store-unavailable', text);
  return failure('internal', text || 'unknown error');
}

/** No room to write. */
export function isQuota(error: unknown): boolean {
  const answer = toFailure(error);
  return !answer.ok && answer.code === 'quota';
}

/** The error and what it wraps, outermost first; bounded because wrappers may be circular. */
function causes(error: unknown): { name: string; message: string }[] {
  const found: { name: string; message: string }[] = [];
  let current = error as { name?: unknown; message?: unknown; inner?: unknown; cause?: unknown };
  while (current && typeof current === 'object' && found.length < 4) {
    found.push({ name: String(current.name ?? ''), message: String(current.message ?? '') });
    current = (current.inner ?? current.cause) as typeof current;
  }
  return found;
}
