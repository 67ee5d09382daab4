/** An entry of ours with its own modules as one JavaScript file; answers its path. */
export declare function nodeBundle(entry: string): Promise<string>;
