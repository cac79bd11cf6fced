import { describe, type Answer } from '../answer.ts'
import { stopwatch } from '../clock.ts'
import { strangeIdLike, wrongFor, type Person } from '../person.ts'
import { must, type Row, type Stage } from '../row.ts'
import { started, verified } from '../started.ts'

/** How often each id is asked for. The median of fewer moves by more than what is measured. */
const samples = 200
/** More than a busy machine makes of equal times. */
const grossRatio = 1.5
const grossMs = 2

/** Headers that differ between any two answers. */
const ignored =
  /^(?:date|set-cookie|connection|keep-alive|retry-after|etag|server-timing|traceparent|(?:x-)?(?:request|correlation)-id|(?:x-)?ratelimit.*)$/

function shapeOf({ status, headers, text }: Answer): string {
  const names = Object.keys(headers).filter((name) => !ignored.test(name))
  const lines = names.map((name) => `${name}: ${headers[name] ?? ''}`)
  return [status, ...lines.toSorted((a, b) => a.localeCompare(b)), text].join('\n')
}

/** Ids that a stranger must not be able to tell apart, by what they are. */
async function idsOf(stage: Stage): Promise<(readonly [kind: string, id: string])[]> {
  const running = await started(stage)
  const ended = await verified(stage)
  return [
    ['an unknown id', strangeIdLike(running.verifyId)],
    ['an id of another session', running.verifyId],
    ['an id of the service', stage.service.verifyId(running.phone)],
    ['an ended id of another session', ended.verifyId],
  ]
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function compare(
  stage: Stage,
  ask: (stranger: Person, id: string) => Promise<Answer>,
): Promise<string> {
  const ids = await idsOf(stage)
  const stranger = stage.person()
  await stranger.start(stage.phone())
  const expected = await ask(stranger, ids[0]?.[1] ?? '')
  const times = new Map(ids.map(([kind]) => [kind, [] as number[]]))
  for (let sample = 0; sample < samples; sample += 1) {
    // Whoever comes first in a round waits for what the one before it has left behind.
    for (let turn = 0; turn < ids.length; turn += 1) {
      const [kind = '', id = ''] = ids[(turn + sample) % ids.length] ?? []
      const begin = stopwatch()
      const answer = await ask(stranger, id)
      times.get(kind)?.push(stopwatch() - begin)
      const isSame = shapeOf(answer) === shapeOf(expected)
      must(isSame, `${describe(answer)} to ${kind}`, `${describe(expected)}, with the same headers`)
    }
  }
  return judgeTimes(times)
}

function judgeTimes(times: ReadonlyMap<string, readonly number[]>): string {
  const medians = [...times].map(([kind, all]) => ({ kind, ms: median(all) }))
  const [fastest, ...others] = medians.toSorted((a, b) => a.ms - b.ms)
  const slowest = others.at(-1)
  if (!fastest || !slowest) return ''
  const percent = ((slowest.ms / fastest.ms - 1) * 100).toFixed(1)
  const figure = `${slowest.kind} takes ${percent} % longer than ${fastest.kind}: ${fastest.ms.toFixed(2)} ms`
  const isAlike = slowest.ms < fastest.ms * grossRatio || slowest.ms - fastest.ms < grossMs
  must(isAlike, figure, 'times that differ by 5 % at most')
  return figure
}

const advice = 'Answer ids that are unknown, foreign or ended in one place, and with one 404.'

export const sameAnswerRows: readonly Row[] = [
  {
    id: 'same-answer-check',
    section: 'attack',
    title: 'A check tells no stranger whether an id exists: same status, body, headers and time',
    advice,
    needs: 'several people',
    run: (stage) => compare(stage, (stranger, id) => stranger.check(id, wrongFor('012345'))),
  },
  {
    id: 'same-answer-cancel',
    section: 'attack',
    title: 'A cancel tells no stranger whether an id exists: same status, body, headers and time',
    advice,
    needs: 'several people',
    run: (stage) => compare(stage, (stranger, id) => stranger.cancel(id)),
  },
]
