/* The files of the search. Each is a script that hands over one value, so that they open from a disk,
   too; one that does not come is asked for anew the next time. */
window.ckSearchParts.filesOf = root => {
  const handed = new WeakMap()
  let start, asked = new Map()

  window.ckSearch = (_, value) => handed.set(document.currentScript, value)

  const load = address => new Promise((resolve, reject) => {
    const script = document.createElement("script")
    const end = () => {
      script.remove()
      if (handed.has(script)) resolve(handed.get(script))
      else reject(new Error(address))
    }
    script.addEventListener("load", end)
    script.addEventListener("error", end)
    script.src = `${root}search/${address}`
    document.head.append(script)
  })

  const once = (name, address) => {
    if (!asked.has(name)) {
      const coming = load(address)
      coming.catch(() => asked.get(name) === coming && asked.delete(name))
      asked.set(name, coming)
    }
    return asked.get(name)
  }

  return {
    start: async () => start ??= await once("start", "start.js"),
    get: name => once(name, `${start.at}/${name}.js`),

    /* Begins again with the newest start: the site was built anew meanwhile. */
    renew: async () => {
      const newest = await load(`start.js?${Date.now()}`)
      start = newest
      asked = new Map()
    }
  }
}
