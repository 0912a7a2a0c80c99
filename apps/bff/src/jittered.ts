/** The wait, longer or shorter by up to a tenth, so that pollers do not run in step. */
export const jittered = (ms: number): number => ms * (0.9 + 0.2 * Math.random())
