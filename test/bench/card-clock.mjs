/**
 * Runs in the world of the content script, before a card is there: notes when what happens, ms on the page's clock.
 * Nothing of the product is changed for it; what it listens to are the world's own functions.
 */
function installClock() {
  const clock = { rested: 0, asked: {}, answered: {}, there: 0, filled: 0, painted: 0 };
  globalThis.sidelightBench = clock;
  const now = () => performance.now();
  const acted = ({ timeStamp }) => {
    clock.rested = timeStamp;
  };
  addEventListener("pointermove", acted, { capture: true });
  addEventListener("click", acted, { capture: true });

  const { runtime } = chrome;
  const send = runtime.sendMessage;
  runtime.sendMessage = (message, ...rest) => {
    clock.asked[message.kind] ??= now();
    const answer = send.call(runtime, message, ...rest);
    const done = () => {
      clock.answered[message.kind] ??= now();
    };
    answer.then(done, done);
    return answer;
  };

  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    const look = () => {
      // It is drawn ahead, outside the page.
      if (!root.host.isConnected) return;
      if (root.querySelector(".panel")) clock.there ||= now();
      if (clock.filled > 0 || !root.querySelector(".panel[aria-busy=false]")) return;
      clock.filled = now();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          clock.painted = now();
        };
        port2.postMessage(null);
      });
    };
    const watch = new MutationObserver(look);
    watch.observe(root, { childList: true, subtree: true, attributes: true });
    watch.observe(document.documentElement, { childList: true });
    return root;
  };
  clock.reset = () => Object.assign(clock, { asked: {}, answered: {}, there: 0, filled: 0, painted: 0 });
}

/**
 * @param {string} id of the extension, which must already run in the tab
 * @returns runs a function in the world of the content script
 */
export async function startClock(tab, id) {
  const session = await tab.createCDPSession();
  let contextId;
  session.on("Runtime.executionContextCreated", ({ context: { id: context, origin, auxData } }) => {
    if (auxData?.type === "isolated" && origin === `chrome-extension://${id}`) contextId ??= context;
  });
  await session.send("Runtime.enable");
  if (contextId === undefined) throw new Error("the content script has no world here");
  const run = async (work) => {
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      expression: `(${work})()`,
      contextId,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await run(installClock);
  return {
    reset: () => run(() => void globalThis.sidelightBench.reset()),
    /** Waits for the painted card. */
    async read() {
      for (let tries = 0; tries < 200; tries++) {
        const clock = await run(() => globalThis.sidelightBench);
        if (clock.painted > 0) return clock;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error("no card was painted");
    },
  };
}
