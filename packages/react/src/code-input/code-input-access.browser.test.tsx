import { expect, test } from 'vitest'
import { cdp } from 'vitest/browser'
import { field, focus, keys, mount, paste } from '../../../../test/support/code-field.tsx'
import { type CodeInputProps } from './code-input.tsx'

// What the browser gives to screen readers.

/** The `invalid` of the one textbox in the accessibility tree of Chromium. */
async function heardAsInvalid() {
  const { frameTree } = await cdp().send('Page.getFrameTree')
  const frames = [frameTree]
  for (const frame of frames) frames.push(...(frame.childFrames ?? []))
  const trees = await Promise.all(
    frames.map(({ frame }) => cdp().send('Accessibility.getFullAXTree', { frameId: frame.id })),
  )
  const fields = trees.flatMap(({ nodes }) => nodes).filter(({ role }) => role?.value === 'textbox')
  expect(fields).toHaveLength(1)
  return fields[0]?.properties?.find(({ name }) => name === 'invalid')?.value.value
}

const fields: CodeInputProps[] = [
  { required: true },
  { required: true, defaultValue: '48' },
  { defaultValue: '48' },
  { required: true, alphanumeric: true, length: 4 },
]

test.each(fields)(
  'is not heard as an invalid entry before it is judged (%o) (CODE-24)',
  async (props) => {
    const seen = await mount(props)
    expect(field().matches(':invalid')).toBe(true)
    expect(await heardAsInvalid()).toBe('false')
    await focus()
    expect(await heardAsInvalid()).toBe('false')
    await keys('4')
    expect(await heardAsInvalid()).toBe('false')
    await paste('nothing')
    field().blur()
    expect(await heardAsInvalid()).toBe('false')
    await seen.rerender({ error: 'That code isn\u2019t right.' })
    expect(await heardAsInvalid()).toBe('true')
    await seen.rerender({ error: undefined, invalid: true })
    expect(await heardAsInvalid()).toBe('true')
    await seen.rerender({ error: undefined, invalid: false })
    expect(await heardAsInvalid()).toBe('false')
  },
)
