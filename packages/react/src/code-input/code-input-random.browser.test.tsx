import fc from 'fast-check'
import { useRef, useState } from 'react'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import {
  drawn,
  field,
  focus,
  keys,
  paste,
  positionOf,
  selection,
} from '../../../../test/support/code-field.tsx'
import { CodeInput } from './code-input.tsx'

const otherKeys = [
  '{ArrowLeft}',
  '{ArrowRight}',
  '{Home}',
  '{End}',
  '{Backspace}',
  '{Delete}',
  'x',
  '{Shift>}{ArrowLeft}{/Shift}',
  '{Shift>}{ArrowRight}{/Shift}',
  '{Control>}a{/Control}',
  '{Control>}x{/Control}',
  '{Control>}{Backspace}{/Control}',
  '{Control>}z{/Control}',
  '{Control>}y{/Control}',
]

const step = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 9 }).map((digit) => ({ press: `${digit}` })) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(...otherKeys).map((press) => ({ press })),
  },
  { weight: 1, arbitrary: fc.constantFrom('12', '482 913', 'no').map((text) => ({ text })) },
  { weight: 1, arbitrary: fc.nat(5).map((slot) => ({ slot })) },
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

test.each([1, 2, 3, 4, 5, 6])(
  'drawing, DOM, form and parent agree after every random edit (seed %i)',
  async (seed) => {
    await render(<Page />)
    await focus()
    for (const now of fc.sample(step, { numRuns: 40, seed })) {
      if ('press' in now) await keys(now.press)
      else if ('text' in now) await paste(now.text)
      else await userEvent.click(field(), { position: positionOf(now.slot) })
      const { value, form } = field()
      const what = JSON.stringify(now)
      expect(value, what).toMatch(/^[0-9]{0,6}$/)
      expect(drawn(), what).toBe(value.padEnd(6, '_'))
      expect(document.querySelector('output')?.textContent, what).toBe(value)
      expect(form && new FormData(form).get('code'), what).toBe(value)
      const [start, end] = selection()
      expect(value.length === 6 && start === end, `${what}: a bare caret in a full code`).toBe(
        false,
      )
    }
  },
)
