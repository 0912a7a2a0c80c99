/** Builds the console into apps/console/dist, unless what is there was built from these very files. */
export declare function buildConsole(): Promise<void>;
