import type { GlobalTypes } from 'storybook/internal/csf'
import { locales } from './locales.ts'

const items = (titles: Record<string, string>) =>
  Object.entries(titles).map(([value, title]) => ({ value, title }))

const toolbar = <Icon extends string>(
  description: string,
  icon: Icon,
  titles: Record<string, string>,
) => ({
  description,
  toolbar: { title: description, icon, items: items(titles), dynamicTitle: true },
})

/** The first of each is what tests and visual baselines see. */
export const toolbars = {
  theme: toolbar('Colour scheme', 'contrast', { light: 'Light', dark: 'Dark' }),
  brand: toolbar('Brand', 'paintbrush', {
    none: 'No brand',
    harbour: 'Harbour, a bank',
    meadow: 'Meadow, groceries',
    ember: 'Ember, a magazine',
  }),
  locale: toolbar(
    'Messages and names',
    'globe',
    Object.fromEntries(locales.map(({ tag, title }) => [tag, title])),
  ),
  direction: toolbar('Reading direction', 'transfer', {
    auto: 'That of the language',
    ltr: 'Left to right',
    rtl: 'Right to left',
  }),
  seconds: toolbar('Time', 'timer', {
    '0': 'As the story begins',
    '10': '10 s later',
    '30': '30 s later',
    '60': '1 min later',
    '120': '2 min later',
    '240': '4 min later',
    '300': '5 min later',
  }),
  colours: toolbar('Colours', 'eye', {
    own: 'Own colours',
    forced: 'Forced colours, roughly',
  }),
  motion: toolbar('Motion', 'play', { full: 'Motion', reduced: 'Reduced motion' }),
} satisfies GlobalTypes

export const initialGlobals = {
  theme: 'light',
  brand: 'none',
  locale: 'en',
  direction: 'auto',
  seconds: '0',
  colours: 'own',
  motion: 'full',
} satisfies Record<keyof typeof toolbars, string>

/** The widths at which screens are looked at. */
export const viewports = {
  narrow: {
    name: '320, the narrowest',
    styles: { width: '320px', height: '640px' },
    type: 'mobile',
  },
  phone: { name: '390, a phone', styles: { width: '390px', height: '844px' }, type: 'mobile' },
  desktop: {
    name: '1280, a desktop',
    styles: { width: '1280px', height: '800px' },
    type: 'desktop',
  },
} as const
