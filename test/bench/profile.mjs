/**
 * Who keeps the main thread busy while `work` runs, by the sampling profiler. A sample belongs to the extension where
 * any frame of its stack does, so native calls count for who called them; garbage collection counts for nobody.
 *
 * @param {string} id of the extension
 * @returns {Promise<{ extension: number, page: number, busy: number }>} ms
 */
export async function profile(tab, id, work) {
  const session = await tab.createCDPSession();
  await session.send("Profiler.enable");
  await session.send("Profiler.setSamplingInterval", { interval: 100 });
  await session.send("Profiler.start");
  await work();
  const { profile } = await session.send("Profiler.stop");
  await session.detach();

  const whose = new Map();
  const mark = (node, nodes, owner) => {
    const { url, functionName } = node.callFrame;
    const own = url.includes(id) ? "extension" : url.startsWith("http") && owner === "" ? "page" : owner;
    const final = functionName === "(idle)" ? "idle" : own;
    whose.set(node.id, final);
    for (const child of node.children ?? []) mark(nodes.get(child), nodes, final);
  };
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  mark(profile.nodes[0], nodes, "");
  const spent = { extension: 0, page: 0, busy: 0 };
  profile.samples.forEach((node, i) => {
    const ms = (profile.timeDeltas[i + 1] ?? 0) / 1000;
    const owner = whose.get(node);
    if (owner !== "idle") spent.busy += ms;
    if (owner === "extension" || owner === "page") spent[owner] += ms;
  });
  return spent;
}
