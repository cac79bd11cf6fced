import { createVerifyClient, textMagic } from '@phoneproof/client'
import type { FlowState, Verification } from '@phoneproof/hooks'
import { termsOf, verificationOf } from '@phoneproof/hooks/internal/verification-flow'
import {
  createManualClock,
  createSimulator,
  type ManualClock,
  type SimulatedVerification,
  type Simulator,
} from '@phoneproof/simulator'
import type { VerifyClient } from '@phoneproof/client'

/** Every story shows the flow at this instant, held still. */
export const storyNow: number = Date.UTC(2026, 10, 23, 9, 41)

/** The right code in every story that does not start with the number. */
const storyCode = '123456'

export interface StoryWorld {
  clock: ManualClock
  simulator: Simulator
  client: VerifyClient
}

/** A service that knows what the flow of the story knows, so that one can continue from there. */
export function createStoryWorld(state: FlowState): StoryWorld {
  const clock = createManualClock(storyNow)
  const simulator = createSimulator({ clock })
  const client = createVerifyClient({ baseUrl: '/api/v2', clock, fetch: simulator.fetch })
  const verifications = [...abandoned(state), ...current(state)]
  const starts = verifications.map(({ phone }): [string, number] => [phone, state.codesSent])
  simulator.world.restore({ verifications, starts, spent: 0 })
  return { clock, simulator, client }
}

const abandoned = ({ cancelQueue }: FlowState): SimulatedVerification[] =>
  cancelQueue.map(({ verification }) => simulated(verification, 'pending'))

function current(state: FlowState): SimulatedVerification[] {
  const { step } = state
  const verification = verificationOf(state)
  if (verification) return [simulated(verification, stateOf(step))]
  if (step.name !== 'blocked') return []
  const startedAt = step.until - 300_000
  const elsewhere = {
    ...step.start,
    verifyId: 'elsewhere',
    codeLength: 6,
    terms: termsOf(textMagic),
    earliestStart: startedAt,
    latestStart: startedAt,
  } as const
  return [simulated(elsewhere, 'pending')]
}

function stateOf(step: FlowState['step']): SimulatedVerification['state'] {
  if (step.name === 'locked') return 'locked'
  if (step.name === 'verified') return 'completed'
  if (step.name !== 'expired') return 'pending'
  return step.cause === 'ended' ? 'cancelled' : 'expired'
}

const simulated = (
  { verifyId, phone, codeLength, latestStart }: Verification,
  state: SimulatedVerification['state'],
): SimulatedVerification => ({
  verifyId,
  phone,
  brand: 'Acme',
  code: storyCode.slice(0, codeLength),
  codeLength,
  language: 'en-gb',
  senderId: undefined,
  workflowId: textMagic.defaultWorkflowId,
  startedAt: latestStart,
  state,
  endedAt: state === 'pending' ? undefined : storyNow,
  checks: 0,
  delivered: 0,
})
