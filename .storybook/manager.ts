import { addons } from 'storybook/manager-api'
import { faces } from './face.ts'

const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches

addons.setConfig({ theme: isDark ? faces.dark : faces.light })
