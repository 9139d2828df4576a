/** The schemas accept exactly the contract's types: checked by the compiler, run as a reminder. */
import { describe, expectTypeOf, it } from 'vitest';
import type * as z from 'zod/mini';
import type { AnyRequest, Requests, RequestType } from '../../../src/messages/contract';
import type { parseRequest, requestSchemas } from '../../../src/messages/schemas';

type Output<K extends RequestType> = z.output<(typeof requestSchemas)[K]>;

describe('schema output equals the contract', () => {
  it('for each request', () => {
    expectTypeOf<Output<'ingest-page'>>().toEqualTypeOf<Requests['ingest-page']['request']>();
    expectTypeOf<Output<'report-health'>>().toEqualTypeOf<Requests['report-health']['request']>();
    expectTypeOf<Output<'get-verdicts'>>().toEqualTypeOf<Requests['get-verdicts']['request']>();
    expectTypeOf<keyof typeof requestSchemas>().toEqualTypeOf<RequestType>();
    expectTypeOf<ReturnType<typeof parseRequest>>().toEqualTypeOf<AnyRequest>();
  });
});
