import { expect } from '@playwright/test'
import { type Playground } from '../e2e/playground.ts'

export const sizes = {
  small: { width: 320, height: 640 },
  phone: { width: 390, height: 844 },
  laptop: { width: 1000, height: 760 },
  desktop: { width: 1280, height: 800 },
  wide: { width: 1440, height: 900 },
} as const

/** A picture to be taken, and how to get to what is on it. */
export interface Shot {
  name: string
  link: string
  size: keyof typeof sizes
  scheme: 'light' | 'dark'
  forcedColors: 'active' | 'none'
  /** All of the page, and not only what is seen first. */
  isWhole: boolean
  isForReadme: boolean
  until: (playground: Playground) => Promise<void>
}

type Step = Shot['until']

/** How each page leads to its flow. */
const flows: Readonly<Record<string, Step>> = {
  'sign-up': async () => {},
  checkout: (playground) => playground.button('Pay £62.00').click(),
  account: (playground) => playground.button('Change phone number').click(),
}

const inOrder =
  (...steps: Step[]): Step =>
  async (playground) => {
    for (const step of steps) await step(playground)
  }

const codeSent: Step = (playground) => playground.sendCode()
const jump =
  (...marks: string[]): Step =>
  async (playground) => {
    for (const mark of marks) await playground.jumpTo(mark)
  }
const halfTyped: Step = inOrder(codeSent, jump('30 seconds'), (playground) =>
  playground.typeCode('24'),
)
const ringing: Step = inOrder(halfTyped, jump('the first call'))
const talking: Step = inOrder(ringing, (playground) => playground.button('Accept').click())
const verified: Step = inOrder(ringing, async (playground) => {
  await playground.button('Decline').click()
  await playground.button(/^Fill code/).click()
  await expect(playground.heading('Phone number verified')).toBeVisible()
})
/** Two texts and two calls, all but the newest text of no use. */
const stacked: Step = inOrder(ringing, async (playground) => {
  await playground.button('Decline').click()
  await playground.jumpTo('the second call')
  await playground.button('Decline').click()
  await playground.button('Send a new code').click()
  await expect(playground.handset.getByText('1 older message')).toBeVisible()
  await expect(playground.codeField).toBeFocused()
})
const demoAt =
  (caption: string): Step =>
  async (playground) => {
    await playground.button('Play the demo').click()
    await expect(playground.page.locator('.demo-caption')).toContainText(caption)
  }
const wrong: Step = inOrder(codeSent, async (playground) => {
  await playground.typeCode('111111')
  await expect(playground.codeField).toHaveAccessibleDescription(/isn’t right/)
})
const expired: Step = inOrder(codeSent, (playground) => playground.expire())
const lastHalfMinute: Step = inOrder(codeSent, async ({ page }) => {
  const playhead = page.getByRole('slider', { name: 'Time since the code was sent' })
  await playhead.fill('272')
  await expect(page.getByText('Code valid for 0:28')).toBeVisible()
})
const blocked: Step = async (playground) => {
  await playground.requestCode()
  await playground.play()
  await expect(playground.heading('You can’t get a new code yet')).toBeVisible()
  await playground.button('Pause').click()
}
const refused: Step = async (playground) => {
  await playground.requestCode('0740')
  await expect(playground.phoneField).toHaveAccessibleDescription(/too short/)
}
const offline: Step = async (playground) => {
  await playground.requestCode()
  await expect(playground.page.getByText(/You’re offline/).first()).toBeVisible()
}
const uncertain: Step = async (playground) => {
  await playground.requestCode()
  await expect(playground.heading('Was the code sent?')).toBeVisible()
}
const countriesOpen: Step = async ({ page }) => {
  await page.getByRole('button', { name: /change country/ }).click()
  await expect(page.getByRole('listbox')).toBeVisible()
}
/** Where the switch of the backend is, with both of its buttons. */
const backendSwitch: Step = async (playground) => {
  const settings = await playground.drawer('Settings')
  await settings.getByRole('button', { name: 'Another person' }).scrollIntoViewIfNeeded()
}
const tooMany: Step = async (playground) => {
  for (let count = 0; count < 3; count += 1) {
    await playground.sendCode()
    await playground.jumpTo('30 seconds')
    await expect(playground.handset.getByText(/Fill code/)).toBeVisible()
    await playground.button('Cancel').click()
    await expect(playground.phoneField).toBeVisible()
  }
  const settings = await playground.drawer('Settings')
  await settings.getByRole('button', { name: 'Another tab' }).click()
  await settings.getByRole('button', { name: 'Close' }).click()
  await playground.requestCode()
  await expect(playground.page.getByText(/^Too many codes/).first()).toBeVisible()
}
const drawer =
  (name: string): Step =>
  async (playground) => {
    const drawer = await playground.drawer(name)
    await expect(drawer.getByRole('button').nth(1)).toBeVisible()
  }
const inspected =
  (tab: string): Step =>
  async (playground) => {
    await playground.inspect(tab)
  }

const usual = {
  link: '',
  scheme: 'light',
  forcedColors: 'none',
  isWhole: false,
  isForReadme: false,
} as const

type Parts = Partial<Shot> & Pick<Shot, 'name' | 'size' | 'until'>

/** One in light and one in dark. */
const both = (parts: Parts): Shot[] =>
  (['light', 'dark'] as const).map((scheme) => ({
    ...usual,
    ...parts,
    scheme,
    name: `${parts.name}-${parts.size}-${scheme}`,
  }))

const one = (parts: Parts): Shot => ({ ...usual, ...parts, name: `${parts.name}-${parts.size}` })

const steps: readonly [string, Step][] = [
  ['1-number', async () => {}],
  ['2-code', halfTyped],
  ['3-call', ringing],
  ['4-verified', verified],
]

const hostPages = Object.entries(flows).flatMap(([page, start]) =>
  (['phone', 'desktop'] as const).flatMap((size) => [
    ...(page === 'sign-up'
      ? []
      : both({ name: `${page}-0-first`, link: `?page=${page}`, size, until: async () => {} })),
    ...steps.flatMap(([step, until]) =>
      both({ name: `${page}-${step}`, link: `?page=${page}`, size, until: inOrder(start, until) }),
    ),
    one({
      name: `${page}-whole`,
      link: `?page=${page}`,
      size,
      isWhole: true,
      until: inOrder(start, halfTyped),
    }),
  ]),
)

const small = [
  ...steps.map(([step, until]) => one({ name: `sign-up-${step}`, size: 'small', until })),
  one({ name: 'countries', size: 'small', until: countriesOpen }),
  one({ name: 'talking', size: 'small', until: talking }),
  one({ name: 'second-text', size: 'small', link: '?workflow=2', until: codeSent }),
  one({ name: 'probes', size: 'small', link: '?page=probes', until: async () => {} }),
  ...['Settings', 'Source', 'Inspector'].map((name) =>
    one({ name: `drawer-${name}`, size: 'small', until: inOrder(codeSent, drawer(name)) }),
  ),
]

const states = (['phone', 'desktop'] as const).flatMap((size) => [
  ...both({ name: 'state-refused', size, until: refused }),
  ...both({ name: 'state-wrong', size, until: wrong }),
  ...both({ name: 'state-last-half-minute', size, until: lastHalfMinute }),
  ...both({ name: 'state-expired', size, until: expired }),
  ...both({ name: 'state-blocked', link: '?scenario=pending-elsewhere', size, until: blocked }),
  ...both({ name: 'state-uncertain', link: '?scenario=service-down', size, until: uncertain }),
  one({ name: 'state-offline', link: '?offline=true', size, until: offline }),
  one({ name: 'state-countries', size, until: countriesOpen }),
  one({ name: 'state-talking', size, until: talking }),
  ...both({ name: 'state-stacked', size, until: stacked }),
  ...both({ name: 'demo-text', size, until: demoAt('The text message arrives') }),
  ...both({ name: 'demo-over', link: '?speed=10', size, until: demoAt('Verified') }),
  one({ name: 'state-landline', link: '?scenario=landline', size, until: codeSent }),
  one({ name: 'german-code', link: '?lang=de', size, until: async () => {} }),
])

const mirrored = (['phone', 'desktop'] as const).flatMap((size) => [
  one({ name: 'mirrored-number', link: '?dir=rtl', size, until: async () => {} }),
  one({ name: 'mirrored-code', link: '?dir=rtl', size, until: ringing }),
  one({ name: 'mirrored-account', link: '?dir=rtl&page=account', size, until: async () => {} }),
])

const forced = (['phone', 'desktop'] as const).flatMap((size) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    Object.entries({
      code: halfTyped,
      call: ringing,
      talking,
      verified,
      settings: inOrder(codeSent, drawer('Settings')),
      inspector: inOrder(codeSent, inspected('State')),
    }).map(([name, until]) =>
      one({ name: `forced-${scheme}-${name}`, forcedColors: 'active', scheme, size, until }),
    ),
  ),
)

const drawers = (['phone', 'laptop', 'desktop'] as const).flatMap((size) => [
  ...['Settings', 'Source'].flatMap((name) =>
    both({ name: `drawer-${name}`, size, until: inOrder(codeSent, drawer(name)) }),
  ),
  ...['Requests', 'State', 'Storage', 'Announcements', 'Events'].map((tab) =>
    one({ name: `inspector-${tab}`, size, until: inOrder(wrong, inspected(tab)) }),
  ),
  one({ name: 'probes', link: '?page=probes', size, until: async () => {} }),
])

const backend = (['phone', 'desktop'] as const).flatMap((size) =>
  Object.entries({
    settings: inOrder(codeSent, backendSwitch),
    requests: inOrder(wrong, inspected('Requests')),
    limit: tooMany,
  }).flatMap(([name, until]) =>
    both({ name: `backend-${name}`, link: '?backend=true', size, until }),
  ),
)

const two = [
  one({ name: 'laptop', size: 'laptop', until: halfTyped }),
  one({
    name: 'drawers-both',
    size: 'desktop',
    until: inOrder(halfTyped, drawer('Settings'), inspected('State')),
  }),
  ...both({
    name: 'probes',
    link: '?page=probes#password-manager',
    size: 'desktop',
    until: drawer('Settings'),
  }),
]

const readme: Shot = {
  ...usual,
  name: 'readme',
  size: 'desktop',
  isForReadme: true,
  until: inOrder(halfTyped, async ({ page }) => {
    await expect(page.getByText('Code valid for 4:30')).toBeVisible()
  }),
}

export const shots: readonly Shot[] = [
  ...hostPages,
  ...small,
  ...states,
  ...mirrored,
  ...forced,
  ...drawers,
  ...backend,
  ...two,
  readme,
]
