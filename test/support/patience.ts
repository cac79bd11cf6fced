// Far more than anything takes on a machine that has nothing else to do: a test ends when what it waits for
// has come, and these end only one that hangs.

/** Milliseconds that one test may take. */
export const testLimitMs = 240_000

/** Milliseconds for one thing that a test waits for. */
export const waitLimitMs = 60_000
