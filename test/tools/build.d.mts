/** Builds `dist/` when its inputs changed. Answers false when the build fails. */
export declare function ensureBuilt(): boolean;
