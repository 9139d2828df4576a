import { act } from 'preact/test-utils';

/** Lets promises, effects and renders run out, without waiting for a clock. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 6; i++) {
    await act(async () => {
      await new Promise((resolve) => setTimeout(resolve, 0));
    });
  }
}
