import { deliveriesOf, deliveryKindOf, textMagic } from '@phoneproof/client'
import { formatSeconds } from '@phoneproof/react'
import type { LoggedRequest, SimulatedVerification } from '@phoneproof/simulator'

export interface ReceiptLine {
  readonly what: string
  readonly value: string
}

type Verified = Pick<
  SimulatedVerification,
  'verifyId' | 'workflowId' | 'startedAt' | 'endedAt' | 'delivered'
>

/** What a verification took, as it happened: what was sent and what was not, how long, how much. */
export function receiptLines(
  { verifyId, workflowId, startedAt, endedAt = startedAt, delivered }: Verified,
  requests: readonly LoggedRequest[],
  timeZone?: string,
): ReceiptLine[] {
  const deliveries = deliveriesOf(textMagic, workflowId)
  const price = priceOf(verifyId, requests)
  const lines = deliveries.slice(0, delivered).map((delivery) => ({
    what: deliveryKindOf(delivery) === 'call' ? 'Call' : 'Text',
    value: timeOf(startedAt + delivery.atMs, timeZone),
  }))
  lines.push({
    what: 'Verified',
    value: `after ${formatSeconds(Math.floor((endedAt - startedAt) / 1000))}`,
  })
  for (const kind of ['text', 'call'] as const) {
    const left = deliveries.slice(delivered).filter((each) => deliveryKindOf(each) === kind).length
    if (left > 0) lines.push({ what: 'Not needed', value: `${left} ${kind}${left > 1 ? 's' : ''}` })
  }
  if (price !== undefined) lines.push({ what: 'Price', value: `${price.toFixed(2)}, once` })
  return lines
}

const timeOf = (at: number, timeZone: string | undefined): string =>
  new Date(at).toLocaleTimeString('en-GB', { timeZone })

/** As the service said it when it accepted the start. */
function priceOf(verifyId: string, requests: readonly LoggedRequest[]): number | undefined {
  for (const { answer } of requests) {
    if (typeof answer !== 'object' || answer === null) continue
    if (!('verifyId' in answer) || answer.verifyId !== verifyId) continue
    if ('price' in answer && typeof answer.price === 'number') return answer.price
  }
  return undefined
}
