export declare const root: string;
/**
 * Runs a package's command with this very Node, so that nothing depends on what the host calls `node` or `pnpm`.
 * `of` is the workspace that has the package. Rejects when it ends with anything but 0.
 */
export declare function run(name: string, args: string[], options?: {
    of?: string;
    env?: NodeJS.ProcessEnv;
}): Promise<void>;
/** Runs a script of ours, or a command's file, in a process of its own that ends with this one. */
export declare function runNode(args: string[], options?: {
    cwd?: string;
    env?: NodeJS.ProcessEnv;
}): Promise<void>;
/** Runs steps one after another, saying which and how long; the first that fails ends it all. */
export declare function runSteps(steps: [name: string, step: () => Promise<unknown>][]): Promise<void>;
