/** Throws for an option with which nothing could be proved. It never shows the value: it may be a key. */
export function refuseOption(option: string, rule: string, why: string): never {
  throw new Error(`[phoneproof] ${option} ${rule}. ${why}. See the README of @phoneproof/server.`)
}
