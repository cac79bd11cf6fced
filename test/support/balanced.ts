// Several instances of one backend, as a load balancer shows them.
import type { VerifyServer } from '@phoneproof/server'

/** Gives each request to the next instance. */
export function balanced(
  ...instances: readonly Pick<VerifyServer, 'fetch'>[]
): Pick<VerifyServer, 'fetch'> {
  let next = 0
  return {
    fetch(...given) {
      const instance = instances[next % instances.length]
      next += 1
      if (!instance) throw new Error('A balancer without instances has nobody to ask.')
      return instance.fetch(...given)
    },
  }
}

/** How often each status was answered. */
export function statusesOf(answers: readonly Response[]): Record<number, number> {
  const counted: Record<number, number> = {}
  for (const { status } of answers) counted[status] = (counted[status] ?? 0) + 1
  return counted
}

export const times = (count: number): number[] => Array.from({ length: count }, (_, index) => index)
