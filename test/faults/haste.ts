/** Twenty seconds of waiting pass in one: backoffs, timeouts and heartbeats are real, only shorter. */
export const HASTE = 20;
