/**
 * Brings `light-dark()` through a consumer's build. Vite's default target lowers it to two variables
 * that are set only where it sees `color-scheme` in a style sheet: a `color-scheme` in a style
 * attribute, or in none, then gives the wrong colours or no colours at all. What stands under
 * `@supports` is left alone, so each pair goes there; older browsers get the light colour.
 */
export function keepLightDark(css: string): string {
  return css.replaceAll(ruleWithPairs, (_rule, selector: string, declarations: string) => {
    const pairs = declarations.split(';').filter((declaration) => declaration.includes(name))
    const light = declarations.replaceAll(pair, '$<light>')
    return `${selector}{${light}}\n${supports} {${selector}{${pairs.join(';')};\n}}`
  })
}

const name = 'light-dark('
const supports = '@supports (color: light-dark(#000, #fff))'
const ruleWithPairs = /([^{};]+)\{([^{}]*light-dark\([^{}]*)\}/g
const pair = /light-dark\((?<light>#\w+|var\([\w-]+\)), (?:#\w+|var\([\w-]+\))\)/g
