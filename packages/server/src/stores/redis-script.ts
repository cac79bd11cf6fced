/** Runs a script that Redis has, and sends it only where Redis has it not. */
export type RedisScript = (
  send: (args: string[]) => Promise<unknown>,
  keys: readonly string[],
  args: readonly string[],
) => Promise<unknown>

export function createScript(source: string): RedisScript {
  let hash: Promise<string> | undefined
  return async (send, keys, args) => {
    const rest = [String(keys.length), ...keys, ...args]
    try {
      return await send(['EVALSHA', await (hash ??= sha1(source)), ...rest])
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error
      return await send(['EVAL', source, ...rest])
    }
  }
}

/** The name that Redis gives to a script. */
async function sha1(source: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(source))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
