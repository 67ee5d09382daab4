/**
 * Lets the page draw and answer before long work goes on. By a message: a timer is held back to once a second in a tab
 * that is not looked at, and thousands of entries are queued in there as well.
 */
export const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
