import type { FlowAction } from '@phoneproof/hooks/internal/verification-flow'
import fc from 'fast-check'
import { movesFrom } from './moves.ts'
import { arrive, beginning, type Position } from './position.ts'

/** A session of the machine alone: what was done, and every position on the way. */
export interface Walk {
  readonly way: readonly FlowAction[]
  readonly positions: readonly Position[]
}

/** So many moves at most, each of which leads somewhere. */
export const randomWalks = (maxLength: number): fc.Arbitrary<Walk> =>
  fc.array(fc.nat({ max: 0xffff }), { maxLength, size: 'max' }).map(walk)

function walk(choices: readonly number[]): Walk {
  const way: FlowAction[] = []
  const positions = [beginning]
  let position = beginning
  for (const choice of choices) {
    const possible = movesFrom(position)
    // The chosen one, or the first after it that changes something.
    for (let tried = 0; tried < possible.length; tried += 1) {
      const move = possible[(choice + tried) % possible.length]
      const next = move && arrive(position, move).position
      if (!next || next.state === position.state) continue
      way.push(move)
      positions.push(next)
      position = next
      break
    }
  }
  return { way, positions }
}
