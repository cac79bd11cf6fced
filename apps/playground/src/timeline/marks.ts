import { deliveriesOf, textMagic } from '@phoneproof/client'

/** Something that happens to a verification, or would have. */
export interface Mark {
  key: string
  /** Short, for the line. */
  label: string
  /** For a sentence: *Jump to …*. */
  name: string
  at: number
  /** The verification ended before: it will not happen. */
  isSkipped: boolean
}

interface Running {
  workflowId: number
  startedAt: number
  /** When it was completed or cancelled; undefined while it runs. */
  endedAt: number | undefined
}

/** A workflow has two of a channel at most. */
const channelNames: Readonly<Record<string, { label: string; name: string }>> = {
  sms: { label: 'Text', name: 'text message' },
  voice: { label: 'Call', name: 'call' },
}

/** The marks of a verification, in order of time. */
export function marksOf({ workflowId, startedAt, endedAt }: Running): Mark[] {
  const mark = (key: string, label: string, name: string, offsetMs: number): Mark => {
    const at = startedAt + offsetMs
    return { key, label, name, at, isSkipped: endedAt !== undefined && endedAt < at }
  }
  const deliveries = deliveriesOf(textMagic, workflowId).map(({ atMs, channel }, index, all) => {
    const { label, name } = channelNames[channel] ?? { label: channel, name: `${channel} message` }
    const ofChannel = all.filter((delivery) => delivery.channel === channel)
    const key = `${channel}-${index}`
    if (ofChannel.length === 1) return mark(key, label, `the ${name}`, atMs)
    const isFirst = ofChannel[0]?.atMs === atMs
    const nth = isFirst ? 'first' : 'second'
    return mark(key, `${label} ${isFirst ? 1 : 2}`, `the ${nth} ${name}`, atMs)
  })
  return [
    ...deliveries,
    mark('cooldown', 'Cancel', '30 seconds', textMagic.cancelAllowedAfterMs),
    mark('expiry', 'Expires', 'the expiry', textMagic.codeValidForMs),
  ].toSorted((a, b) => a.at - b.at)
}
