import type { FlowState, Verification } from '@phoneproof/hooks'
import { expect, waitFor } from 'storybook/test'
import preview from '../preview.tsx'
import { FlowAt } from '../story-flow.tsx'
import { GroundUpCode, GroundUpFlow, GroundUpPhone } from './ground-up.tsx'
import { ModulesCode, ModulesFlow, ModulesPhone } from './modules.tsx'
import { PlainCode, PlainFlow, PlainPhone } from './plain.tsx'
import { recipes } from './recipes.ts'
import { TailwindCode, TailwindFlow, TailwindPhone } from './tailwind.tsx'

const meta = preview.meta({
  title: 'Theming',
  // Each is a page of its own there, or their style sheets would meet.
  parameters: { docs: { story: { inline: false } } },
})

type Play = NonNullable<typeof PlainCss.input.play>
type Context = Parameters<Play>[0]

const part = (canvas: ParentNode, name: string): CSSStyleDeclaration => {
  const node = canvas.querySelector(`[data-part="${name}"]`)
  if (!node) throw new Error(`There is no ${name}.`)
  return getComputedStyle(node)
}
const slots = (canvas: ParentNode): CSSStyleDeclaration[] =>
  [...canvas.querySelectorAll('[data-part="slot"]')].map((node) => getComputedStyle(node))

/** Opens the list of countries, whose looks are half of the field's. */
async function openList({ canvas, userEvent }: Pick<Context, 'canvas' | 'userEvent'>) {
  await userEvent.click(canvas.getByRole('button', { name: /country/i }))
  await canvas.findByRole('listbox')
  // All rows, which come when the page has time for them.
  const isWhole = () => expect(canvas.getAllByRole('option').length).toBeGreaterThan(200)
  await waitFor(isWhole, { timeout: 10_000 })
}

const phoneParameters = { docs: { story: { inline: false, height: '420px' } } }
const flowParameters = { docs: { story: { inline: false, height: '520px' } } }

const entering = (verification: Verification): Partial<FlowState> => ({
  step: { name: 'entering', verification },
  code: '482',
})

export const PlainCss = meta.story({
  name: 'Plain CSS: the code',
  parameters: { styles: recipes.plain.styles },
  render: () => <PlainCode />,
  async play({ canvasElement }) {
    const [slot] = slots(canvasElement)
    await expect(slot).toMatchObject({
      borderTopWidth: '0px',
      borderBottomWidth: '2px',
      borderRadius: '0px',
    })
  },
})

export const PlainCssPhone = meta.story({
  name: 'Plain CSS: the number',
  parameters: { styles: recipes.plain.styles, ...phoneParameters },
  decorators: [column],
  render: () => <PlainPhone />,
  async play(context) {
    await openList(context)
    const { canvasElement } = context
    await expect(part(canvasElement, 'control').borderTopWidth).toBe('0px')
    await expect(part(canvasElement, 'picker').borderRadius).toBe('0px')
    const active = canvasElement.querySelector('[data-part="option"][data-active]')
    await expect(active).toHaveStyle({ backgroundColor: 'rgb(122, 59, 0)' })
  },
})

export const PlainCssFlow = meta.story({
  name: 'Plain CSS: the flow',
  parameters: { styles: recipes.plain.styles, ...flowParameters },
  render: () => <FlowAt as={PlainFlow} second={40} state={entering} />,
  async play({ canvasElement }) {
    await expect(part(canvasElement, 'verify').backgroundColor).toBe('rgb(122, 59, 0)')
    await expect(part(canvasElement, 'time').borderInlineStartWidth).toBe('2px')
  },
})

export const CssModules = meta.story({
  name: 'CSS modules: the code',
  parameters: { styles: recipes.modules.styles },
  render: () => <ModulesCode />,
  async play({ canvasElement }) {
    const [filled, , , empty] = slots(canvasElement)
    await expect(filled?.borderTopStyle).toBe('solid')
    await expect(empty?.borderTopStyle).toBe('dashed')
    await expect(filled?.width).toBe('36px')
  },
})

export const CssModulesPhone = meta.story({
  name: 'CSS modules: the number',
  parameters: { styles: recipes.modules.styles, ...phoneParameters },
  decorators: [column],
  render: () => <ModulesPhone />,
  async play(context) {
    await openList(context)
    const { canvasElement } = context
    await expect(part(canvasElement, 'control').borderTopStyle).toBe('dashed')
    await expect(part(canvasElement, 'picker').borderTopStyle).toBe('dashed')
    await expect(part(canvasElement, 'flag').width).toBe('20px')
  },
})

export const CssModulesFlow = meta.story({
  name: 'CSS modules: the flow',
  parameters: { styles: recipes.modules.styles, ...flowParameters },
  render: () => <FlowAt as={ModulesFlow} second={40} state={entering} />,
  async play({ canvasElement }) {
    await expect(part(canvasElement, 'heading').fontSize).toBe('18px')
    await expect(part(canvasElement, 'screen').rowGap).toBe('12px')
  },
})

export const Tailwind = meta.story({
  name: 'Tailwind 4: the code',
  parameters: { styles: recipes.tailwind.styles },
  render: () => <TailwindCode />,
  async play({ canvasElement }) {
    const [filled, , , empty] = slots(canvasElement)
    await expect(filled?.borderTopWidth).toBe('2px')
    await expect(filled?.borderTopStyle).toBe('solid')
    await expect(filled?.color).not.toBe(empty?.color)
    await expect(filled?.backgroundColor).toBe(empty?.borderTopColor)
    await expect(empty?.backgroundColor).not.toBe(filled?.backgroundColor)
  },
})

export const TailwindPhoneStory = meta.story({
  name: 'Tailwind 4: the number',
  parameters: { styles: recipes.tailwind.styles, ...phoneParameters },
  decorators: [column],
  render: () => <TailwindPhone />,
  async play(context) {
    await openList(context)
    const { canvasElement } = context
    // A utility over the kit, and the kit over the reset, which takes padding and borders off.
    await expect(Number.parseFloat(part(canvasElement, 'control').borderRadius)).toBeGreaterThan(99)
    await expect(part(canvasElement, 'control').borderTopWidth).toBe('1px')
    await expect(part(canvasElement, 'option').paddingLeft).toBe('8px')
  },
})

export const TailwindFlowStory = meta.story({
  name: 'Tailwind 4: the flow',
  parameters: { styles: recipes.tailwind.styles, ...flowParameters },
  render: () => <FlowAt as={TailwindFlow} second={40} state={entering} />,
  async play({ canvasElement }) {
    // The reset is there: it takes the margin off the page.
    await expect(getComputedStyle(document.documentElement).lineHeight).not.toBe('normal')
    // The kit wins over it, which makes all buttons transparent and all headings plain.
    await expect(part(canvasElement, 'verify').backgroundColor).not.toBe('rgba(0, 0, 0, 0)')
    await expect(part(canvasElement, 'verify').borderRadius).toBe('10px')
    await expect(part(canvasElement, 'heading').fontWeight).toBe('600')
    // Utilities win over the kit.
    await expect(part(canvasElement, 'heading').fontSize).toBe('18px')
    await expect(part(canvasElement, 'new-code').borderTopWidth).toBe('2px')
    await expect(part(canvasElement, 'root').paddingTop).toBe('24px')
  },
})

/** What structure.css has to give, whatever the look is. */
export const Unstyled = meta.story({
  name: 'From the ground up: the code',
  parameters: { styles: recipes.groundUp.styles },
  render: () => <GroundUpCode />,
  async play({ canvasElement }) {
    const control = canvasElement.querySelector('[data-part="control"]')
    const input = canvasElement.querySelector('input')
    await expect(input?.getBoundingClientRect()).toEqual(control?.getBoundingClientRect())
    const [slot] = slots(canvasElement)
    await expect(slot).toMatchObject({
      borderTopWidth: '0px',
      borderBottomWidth: '1px',
      backgroundColor: 'rgba(0, 0, 0, 0)',
    })
    await expect(input).toHaveStyle({ color: 'rgba(0, 0, 0, 0)' })
    await expect(getComputedStyle(document.documentElement).getPropertyValue('--pp-space')).toBe('')
  },
})

export const UnstyledPhone = meta.story({
  name: 'From the ground up: the number',
  parameters: { styles: recipes.groundUp.styles, ...phoneParameters },
  decorators: [column],
  render: () => <GroundUpPhone />,
  async play(context) {
    await openList(context)
    const { canvasElement } = context
    const control = canvasElement.querySelector('[data-part="control"]')?.getBoundingClientRect()
    const picker = canvasElement.querySelector('[data-part="picker"]')?.getBoundingClientRect()
    await expect(picker?.top).toBeGreaterThanOrEqual(control?.bottom ?? Infinity)
    await expect(part(canvasElement, 'list').overflowY).toBe('auto')
  },
})

export const UnstyledFlow = meta.story({
  name: 'From the ground up: the flow',
  parameters: { styles: recipes.groundUp.styles, ...flowParameters },
  render: () => <FlowAt as={GroundUpFlow} second={40} state={entering} />,
  async play({ canvasElement }) {
    // For screen readers alone.
    await expect(part(canvasElement, 'status').width).toBe('1px')
    await expect(part(canvasElement, 'validity-ring').width).toBe('18px')
    await expect(part(canvasElement, 'verify').backgroundColor).toBe('rgba(0, 0, 0, 0)')
  },
})

function column(Story: () => React.ReactNode) {
  return (
    <div className="story-column">
      <Story />
    </div>
  )
}
