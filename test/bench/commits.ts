// React tells this hook of each commit, in production as well. Its profiling build would tell too,
// and spend more on telling than a field costs. Comes before React is loaded.
let commits = 0

Object.assign(window, {
  __REACT_DEVTOOLS_GLOBAL_HOOK__: {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberRoot: () => (commits += 1),
    onCommitFiberUnmount() {},
  },
})

export function takeCommits(): number {
  const taken = commits
  commits = 0
  return taken
}
