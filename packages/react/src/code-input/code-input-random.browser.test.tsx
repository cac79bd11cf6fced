import fc from 'fast-check'
import { useRef, useState } from 'react'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import {
  drawn,
  field,
  focus,
  keys,
  paste,
  pointOf,
  press,
  selection,
} from '../../../../test/support/code-field.tsx'
import { CodeInput } from './code-input.tsx'

// Random edits against a model: what a person who knows the rules expects. The model shares no code
// with the field. It is a string, the selection in it, and the end of the selection that moves.

const length = 6

interface Model {
  text: string
  from: number
  to: number
  isBackward: boolean
}

/** The caret on a slot, or behind the last character. A full code has no place behind it. */
const on = (text: string, slot: number): Model => {
  const from = Math.max(0, Math.min(slot, text.length, length - 1))
  return { text, from, to: Math.min(from + 1, text.length), isBackward: false }
}

const between = (text: string, place: number): Model =>
  text.length === length ? on(text, place) : { text, from: place, to: place, isBackward: false }

const replace = ({ text, from, to }: Model, by: string) => text.slice(0, from) + by + text.slice(to)

function typed(now: Model, digit: string): Model {
  const isOver = now.to - now.from === 1
  const next = replace(now, digit)
  return isOver ? on(next, now.from + 1) : between(next, now.from + 1)
}

function deleted(now: Model, isForward: boolean): Model {
  if (now.from < now.to) return between(replace(now, ''), now.from)
  const [from, to] = isForward ? [now.from, now.to + 1] : [now.from - 1, now.to]
  return from < 0 ? now : between(replace({ ...now, from, to }, ''), from)
}

function moved(now: Model, by: number): Model {
  const isRange = now.to - now.from > 1
  return on(now.text, isRange ? (by > 0 ? now.to : now.from) : now.from + by)
}

/** From the slot where the selection began to the one after its moving end. */
function extended(now: Model, by: number): Model {
  const { text, from, to, isBackward } = now
  const last = text.length - 1
  if (from === to) {
    const slot = by > 0 ? from : from - 1
    return slot < 0 || slot > last ? now : { text, from: slot, to: slot + 1, isBackward: false }
  }
  const anchor = isBackward ? to - 1 : from
  const head = Math.max(0, Math.min((isBackward ? from : to - 1) + by, last))
  return {
    text,
    from: Math.min(anchor, head),
    to: Math.max(anchor, head) + 1,
    isBackward: head < anchor,
  }
}

const all = ({ text }: Model): Model => ({ text, from: 0, to: text.length, isBackward: false })

interface Step {
  does: string
  run: () => Promise<unknown>
  expects: (now: Model) => Model
}

const key = (name: string, expects: Step['expects']): Step => ({
  does: name,
  run: () => keys(name),
  expects,
})

const digits = Array.from('0123456789', (digit) => key(digit, (now) => typed(now, digit)))

const others: Step[] = [
  key('{ArrowLeft}', (now) => moved(now, -1)),
  key('{ArrowRight}', (now) => moved(now, 1)),
  key('{Home}', ({ text }) => on(text, 0)),
  key('{End}', ({ text }) => on(text, length)),
  key('{Backspace}', (now) => deleted(now, false)),
  key('{Delete}', (now) => deleted(now, true)),
  key('x', (now) => now),
  key('{Shift>}{ArrowLeft}{/Shift}', (now) => extended(now, -1)),
  key('{Shift>}{ArrowRight}{/Shift}', (now) => extended(now, 1)),
  key('{Control>}a{/Control}', (now) => all(now)),
  key('{Control>}x{/Control}', (now) =>
    now.from < now.to ? between(replace(now, ''), now.from) : now,
  ),
]

const pasted = (text: string, expects: Step['expects']): Step => ({
  does: `paste ${text}`,
  run: () => paste(text),
  expects,
})

const pastes: Step[] = [
  pasted('12', (now) => typed(typed(now, '1'), '2')),
  pasted('482 913', () => on('482913', length)),
  pasted('Your code is 482-913.', () => on('482913', length)),
  pasted('no', (now) => now),
]

const clicks = [0, 1, 2, 3, 4, 5].map((slot): Step => ({
  does: `click slot ${slot}`,
  run: () => press(pointOf(slot)),
  expects: ({ text }) => on(text, slot),
}))

const anyStep = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...digits) },
  { weight: 8, arbitrary: fc.constantFrom(...others) },
  { weight: 1, arbitrary: fc.constantFrom(...pastes) },
  { weight: 2, arbitrary: fc.constantFrom(...clicks) },
)

function Page() {
  const [value, setValue] = useState('')
  const form = useRef<HTMLFormElement>(null)
  return (
    <form ref={form}>
      <CodeInput name="code" value={value} onValueChange={setValue} />
      <output>{value}</output>
    </form>
  )
}

/** The code according to everything that shows it: the field, the slots, the parent and the form. */
const seen = () => ({
  text: field().value,
  from: selection()[0],
  to: selection()[1],
  drawn: drawn(),
  parent: document.querySelector('output')?.textContent,
  form: new FormData(field().form ?? undefined).get('code'),
})

const foreseen = ({ text, from, to }: Model) => ({
  text,
  from,
  to,
  drawn: text.padEnd(length, '_'),
  parent: text,
  form: text,
})

// A failure prints its seed and path, and the shortest run that fails.
async function always(anyRun: fc.Arbitrary<Step[]>, judge: (steps: Step[]) => Promise<void>) {
  const property = fc.asyncProperty(anyRun, async (steps) => {
    const screen = await render(<Page />)
    await focus()
    await judge(steps)
    await screen.unmount()
  })
  await fc.assert(property, { numRuns: 6 })
}

const until = (steps: Step[], last: number) =>
  steps
    .slice(0, last + 1)
    .map(({ does }) => does)
    .join(', ')

test('does what a person expects, after any run of edits (CODE-6)', async () => {
  await always(fc.array(anyStep, { minLength: 10, maxLength: 30 }), async (steps) => {
    let model = on('', 0)
    for (const [index, step] of steps.entries()) {
      await step.run()
      model = step.expects(model)
      expect(seen(), until(steps, index)).toEqual(foreseen(model))
    }
  })
}, 60_000)

// The browser decides how much one undo takes back.
const undoes = ['{Control>}z{/Control}', '{Control>}y{/Control}'].map((name) =>
  key(name, (now) => now),
)

test('agrees with itself everywhere, also when edits are undone and done again (CODE-10)', async () => {
  const withUndo = fc.oneof(anyStep, fc.constantFrom(...undoes))
  await always(fc.array(withUndo, { minLength: 10, maxLength: 30 }), async (steps) => {
    for (const [index, step] of steps.entries()) {
      await step.run()
      const now = seen()
      const [from = 0, to = 0] = selection()
      const what = until(steps, index)
      expect(now.text, what).toMatch(/^[0-9]{0,6}$/)
      expect(now, what).toEqual(
        foreseen({ text: now.text, from: from ?? 0, to: to ?? 0, isBackward: false }),
      )
      expect(now.text.length === length && from === to, `${what}: a bare caret`).toBe(false)
    }
  })
}, 60_000)
