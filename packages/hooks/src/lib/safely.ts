/**
 * What the browser says; undefined where it throws instead, or lacks what was asked: storage and
 * channels with blocked cookies, a history in a frame, an old engine. It costs what that was for.
 */
export function safely<T>(ask: () => T): T | undefined {
  try {
    return ask()
  } catch {
    return undefined
  }
}

/** Calls somebody else's code. What it throws is reported like anywhere else, and stops nothing here. */
export function callOut(call: () => void): void {
  try {
    call()
  } catch (error) {
    void Promise.reject(error)
  }
}
