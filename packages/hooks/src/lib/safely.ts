/**
 * The result, or undefined if the call throws: storage or a channel with blocked cookies, history in a
 * frame, an API that an old engine lacks, a record that was damaged.
 */
export function safely<T>(ask: () => T): T | undefined {
  try {
    return ask()
  } catch {
    return undefined
  }
}

/** Calls somebody else's code. An error that it throws is reported, and stops nothing here. */
export function callOut(call: () => void): void {
  try {
    call()
  } catch (error) {
    void Promise.reject(error)
  }
}
