import { describe, type Answer } from '../answer.ts'
import { stopwatch } from '../clock.ts'
import { strangeIdLike, wrongFor, type Person } from '../person.ts'
import { must, type Row, type Stage } from '../row.ts'
import { started, verified } from '../started.ts'

/** How often each id is asked for. The median of fewer moves by more than what is measured. */
const samples = 60
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
  const times = ids.map((): number[] => [])
  let expected: Answer | undefined
  for (let sample = 0; sample < samples; sample += 1) {
    for (const [index, [kind, id]] of ids.entries()) {
      const begin = stopwatch()
      const answer = await ask(stranger, id)
      times[index]?.push(stopwatch() - begin)
      expected ??= answer
      const isSame = shapeOf(answer) === shapeOf(expected)
      must(isSame, `${describe(answer)} to ${kind}`, `${describe(expected)}, with the same headers`)
    }
  }
  const medians = times.map(median)
  const [fastest, slowest] = [Math.min(...medians), Math.max(...medians)]
  const percent = ((slowest / fastest - 1) * 100).toFixed(1)
  const figure = `medians of ${samples} differ by ${percent} %, of ${fastest.toFixed(2)} ms`
  const isAlike = slowest < fastest * grossRatio || slowest - fastest < grossMs
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
