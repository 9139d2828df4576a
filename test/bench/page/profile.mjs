// The browser's own sampling: a second witness for what our measures leave out (observers, replies).

/**
 * Milliseconds of stacks that begin in an extension's script while `work` runs, and of all others that
 * run any script.
 */
export async function profiled(cdp, work) {
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
  await cdp.send('Profiler.start');
  await work();
  const { profile } = await cdp.send('Profiler.stop');
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  const parent = new Map();
  for (const { id, children } of profile.nodes) {
    for (const child of children ?? []) parent.set(child, id);
  }
  const owner = new Map();
  const ownerOf = (id) => {
    if (id === undefined) return undefined;
    if (!owner.has(id)) {
      const { url } = byId.get(id).callFrame;
      owner.set(id, ownerOf(parent.get(id)) ?? (url ? whose(url) : undefined));
    }
    return owner.get(id);
  };
  const sum = { oursMs: 0, pageMs: 0 };
  profile.samples.forEach((id, index) => {
    const whoseMs = ownerOf(id);
    if (whoseMs) sum[whoseMs] += (profile.timeDeltas[index] ?? 0) / 1000;
  });
  return sum;
}

const whose = (url) => (url.startsWith('chrome-extension:') ? 'oursMs' : 'pageMs');
