import { create, type ThemeVars } from 'storybook/theming'

// Storybook's own look: the playground's deep teal on warm grey paper, and near-black with a green hint.

const shared = {
  brandTitle: 'Phoneproof',
  brandTarget: '_self',
  fontBase: "Inter, system-ui, 'Liberation Sans', sans-serif",
  fontCode: "ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace",
  appBorderRadius: 10,
  inputBorderRadius: 8,
}

export const storybookThemes: Readonly<Record<'light' | 'dark', ThemeVars>> = {
  light: create({
    ...shared,
    base: 'light',
    colorPrimary: '#0b5d5e',
    colorSecondary: '#0b5d5e',
    appBg: '#f3f1ec',
    appContentBg: '#fbfaf7',
    appPreviewBg: '#ffffff',
    appHoverBg: '#e6e8e1',
    appBorderColor: '#d9d5cb',
    textColor: '#1d2321',
    textMutedColor: '#5c635f',
    barBg: '#fbfaf7',
    barTextColor: '#5c635f',
    barHoverColor: '#0b5d5e',
    barSelectedColor: '#0b5d5e',
  }),
  dark: create({
    ...shared,
    base: 'dark',
    colorPrimary: '#5fc9c2',
    colorSecondary: '#5fc9c2',
    appBg: '#0d1211',
    appContentBg: '#141a19',
    appPreviewBg: '#16191d',
    appHoverBg: '#1c2423',
    appBorderColor: '#2a3331',
    textColor: '#e8edeb',
    textInverseColor: '#0d1211',
    textMutedColor: '#9aa8a4',
    barBg: '#141a19',
    barTextColor: '#9aa8a4',
    barHoverColor: '#7ed6d0',
    barSelectedColor: '#5fc9c2',
  }),
}
