/** A client of the `redis` or `@redis/client` package, or a cluster of it. */
export interface NodeRedisClient {
  // The parameters of a client and of a cluster have nothing in common.
  sendCommand(...parameters: never[]): Promise<unknown>
  readonly slots?: unknown
}

/** A client of the `ioredis` package, or a cluster of it. */
export interface IoRedisClient {
  call(command: string, ...args: string[]): Promise<unknown>
  readonly isCluster?: boolean
  readonly options?: object
}

export type RedisClient = NodeRedisClient | IoRedisClient

export interface Command {
  readonly args: readonly string[]
  /** One of the keys. They are all in one slot. */
  readonly key: string
  /** When it aborts, a command that has not been sent yet is not sent any more. */
  readonly signal: AbortSignal
}

export type Send = (command: Command) => Promise<unknown>

/** How the client is asked. Throws for what is no client, or one that would carry things out twice. */
export function senderOf(client: RedisClient): Send {
  // First: ioredis has a sendCommand too, which takes something else.
  if (hasMethod(client, 'call')) {
    assertSentOnce(client)
    return ({ args: [name = '', ...rest] }) => client.call(name, ...rest)
  }
  if (hasMethod(client, 'sendCommand')) {
    // SAFETY: these are the signatures of node-redis 5 and 6.
    const send = client.sendCommand.bind(client) as (...parameters: unknown[]) => Promise<unknown>
    const isCluster = 'slots' in client
    return ({ args, key, signal }) =>
      isCluster
        ? send(key, false, args, { abortSignal: signal })
        : send(args, { abortSignal: signal })
  }
  throw new TypeError(
    `[phoneproof] The \`client\` of the Redis store is ${nameOf(client)}. It has neither \`sendCommand\` (node-redis) ` +
      'nor `call` (ioredis), so nothing can be stored. Give a connected client of one of them.',
  )
}

function nameOf(client: unknown): string {
  if (typeof client !== 'object' || client === null) return String(client)
  return `a ${client.constructor.name}`
}

function hasMethod<Name extends 'call' | 'sendCommand'>(
  client: RedisClient,
  name: Name,
): client is Extract<RedisClient, Record<Name, unknown>> {
  return typeof Object(client)[name] === 'function'
}

/**
 * Unless told otherwise ioredis keeps commands while Redis is gone, and sends again what was not
 * answered. Late, a change would undo a newer one. Twice, a release would take off what others counted.
 */
function assertSentOnce({ isCluster, options = {} }: IoRedisClient): void {
  const needed: Record<string, unknown> = isCluster
    ? { enableOfflineQueue: false, retryDelayOnFailover: 0 }
    : { enableOfflineQueue: false, maxRetriesPerRequest: 0 }
  const actual: Record<string, unknown> = { ...options }
  if (Object.entries(needed).every(([name, value]) => actual[name] === value)) return
  const words = Object.entries(needed).map(([name, value]) => `${name}: ${String(value)}`)
  throw new TypeError(
    '[phoneproof] This ioredis client sends commands late, or twice, when the connection was lost. Limits would not hold. ' +
      `Create it with { ${words.join(', ')} }.`,
  )
}
