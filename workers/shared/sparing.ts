/** As often as an eye can follow; each report is a message to the page, an answer to it, and a drawing. */
const REPORT_EVERY_MS = 250;

/** Progress told at the first document, the last one, and now and then between. */
export function sparing(onProgress: (done: number, total: number) => void): (done: number, total: number) => void {
  let told = Number.NEGATIVE_INFINITY;
  return (done, total) => {
    const now = performance.now();
    if (done < total && now - told < REPORT_EVERY_MS) return;
    told = now;
    onProgress(done, total);
  };
}
