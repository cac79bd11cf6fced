declare module 'virtual:kit-types' {
  // oxlint-disable-next-line typescript/consistent-type-imports -- an ambient module has no imports
  const kitTypes: import('./read-types.ts').KitTypes
  export default kitTypes
}
