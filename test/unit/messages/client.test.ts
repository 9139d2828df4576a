import { describe, expect, it } from 'vitest';
import { createClient, type Transport } from '../../../src/messages/client';

const request = { shop: { platform: 'sample', shopId: 'a', name: 'a' }, rows: [] };
const done = { ok: true, value: { verdicts: [] } };
const closed = new Error(
  'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
);
const nobody = new Error('Could not establish connection. Receiving end does not exist.');
const invalidated = new Error('Extension context invalidated.');

/** Plays the answers one after another; an error is thrown. */
function transport(answers: unknown[], alive: () => boolean = () => true) {
  const log = { sent: [] as unknown[], slept: [] as number[] };
  const made: Transport = {
    sendMessage: async (message) => {
      log.sent.push(message);
      const answer = answers[log.sent.length - 1];
      if (answer instanceof Error) throw answer;
      return answer;
    },
    isExtensionAlive: alive,
    sleep: async (ms) => {
      log.slept.push(ms);
    },
  };
  return { client: createClient(made), log };
}

describe('sending a request', () => {
  it('carries the type and gives back the answer', async () => {
    const { client, log } = transport([done]);
    expect(await client.send('get-verdicts', request)).toEqual(done);
    expect(log.sent).toEqual([{ ...request, type: 'get-verdicts' }]);
    expect(log.slept).toEqual([]);
  });

  it.each([
    ['the worker died while answering', closed],
    ['the worker was not up', nobody],
    ['nobody answered', undefined],
    ['the store was busy', { ok: false, code: 'store-unavailable', message: '' }],
  ])('is repeated when %s', async (_, first) => {
    const { client, log } = transport([first, done]);
    expect(await client.send('get-verdicts', request)).toEqual(done);
    expect(log.sent[1]).toEqual(log.sent[0]);
  });

  it('is repeated a few times, ever more slowly, and then given up', async () => {
    const { client, log } = transport([closed, closed, closed, closed, done]);
    expect(await client.send('get-verdicts', request)).toMatchObject({
      ok: false,
      code: 'store-unavailable',
    });
    expect(log.sent).toHaveLength(4);
    expect(log.slept).toEqual([...log.slept].sort((a, b) => a - b));
  });

  it.each(['bad-message', 'bad-sender', 'other-shop', 'quota', 'internal'])(
    'is not repeated after %s',
    async (code) => {
      const refusal = { ok: false, code, message: 'x' };
      const { client, log } = transport([refusal, done]);
      expect(await client.send('get-verdicts', request)).toEqual(refusal);
      expect(log.sent).toHaveLength(1);
    },
  );
});

describe('a script that outlived its extension', () => {
  it('is told at once, without a message', async () => {
    const { client, log } = transport([done], () => false);
    expect(await client.send('get-verdicts', request)).toMatchObject({ ok: false, code: 'gone' });
    expect(log.sent).toEqual([]);
  });

  it.each([
    ['invalidated context', invalidated],
    [
      'vanished runtime',
      new TypeError("Cannot read properties of undefined (reading 'sendMessage')"),
    ],
    ['no receiver any more', nobody],
  ])('is told, not retried: %s', async (_, error) => {
    let alive = true;
    const { client, log } = transport([error, done], () => alive);
    const sending = client.send('get-verdicts', request);
    alive = false;
    expect(await sending).toMatchObject({ ok: false, code: 'gone' });
    expect(log.sent).toHaveLength(1);
  });

  it('is told by the wording alone while the runtime still looks alive', async () => {
    const { client, log } = transport([invalidated, done]);
    expect(await client.send('get-verdicts', request)).toMatchObject({ ok: false, code: 'gone' });
    expect(log.sent).toHaveLength(1);
  });
});
