/* The index: which documents have a word, read from the files of its keys. */
window.ckSearchParts.indexOf = files => {
  const { formIn } = window.ckSearchParts
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
  const CUT = "!", MORE = 32, FILES = 2

  /* The numbers of a list; each stands there as its difference from the one before. */
  function numbers(list, before = -1) {
    const found = []
    let value = 0, scale = 1
    for (const digit of list.replace(CUT, "")) {
      const part = DIGITS.indexOf(digit)
      value += part % MORE * scale
      scale *= MORE
      if (part >= MORE) continue
      found.push(before += value)
      value = 0
      scale = 1
    }
    return found
  }

  const listOf = list => ({ numbers: numbers(list), isCut: list.endsWith(CUT) })

  function entryOf(key, [documents, ...told]) {
    const forms = []
    for (let at = 0; at < told.length; at += 3)
      forms.push({ ...formIn(told[at], key), name: told[at], title: listOf(told[at + 1]), text: listOf(told[at + 2]) })
    return { key, documents, forms }
  }

  /* The number of the file in which a key stands, if it stands anywhere. */
  function fileOf(key, first) {
    let low = 0, high = first.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (first[middle] <= key) low = middle + 1
      else high = middle
    }
    return Math.max(0, low - 1)
  }

  async function whole(key) {
    const { first } = await files.start()
    const keys = await files.get(`k${fileOf(key, first)}`)
    return Object.hasOwn(keys, key) ? [entryOf(key, keys[key])] : []
  }

  /* What begins so: the keys most often used, where there are more than two files of them. */
  async function begun(prefix) {
    const { first, common } = await files.start()
    if (Object.hasOwn(common, prefix)) return (await Promise.all(common[prefix].map(whole))).flat()
    const from = fileOf(prefix, first), to = Math.min(fileOf(`${prefix}\uffff`, first), from + FILES - 1)
    const names = Array.from({ length: to - from + 1 }, (_, at) => `k${from + at}`)
    const read = await Promise.all(names.map(files.get))
    return read.flatMap(keys => Object.keys(keys).filter(key => key.startsWith(prefix)).map(key => entryOf(key, keys[key])))
  }

  /* The entry with its lists whole. */
  async function completed(entry) {
    const lists = entry.forms.flatMap(form => [form.title, form.text])
    if (!lists.some(list => list.isCut)) return entry
    const { first } = await files.start()
    const rest = (await files.get(`r${fileOf(entry.key, first)}`))[entry.key] || []
    const joined = (list, more) => ({ numbers: [...list.numbers, ...numbers(more, list.numbers.at(-1))], isCut: false })
    const forms = entry.forms.map(form => {
      const at = rest.findIndex((name, place) => place % 3 === 0 && name === form.name)
      return at < 0 ? form : { ...form, title: joined(form.title, rest[at + 1]), text: joined(form.text, rest[at + 2]) }
    })
    return { ...entry, forms }
  }

  /* The keys of the file in which a key would stand: its neighbours. */
  async function neighbours(key) {
    const { first } = await files.start()
    const keys = await files.get(`k${fileOf(key, first)}`)
    return Object.keys(keys).map(other => entryOf(other, keys[other]))
  }

  /* Documents by their numbers: {place, url, title, text, page}. */
  async function documents(places) {
    const { block } = await files.start()
    const read = await Promise.all(places.map(place => files.get(`d${Math.floor(place / block)}`)))
    return places.map((place, at) => {
      const [url, title, text, page = ""] = read[at][place % block]
      return { place, url, title, text, page }
    })
  }

  return { whole, begun, completed, neighbours, documents }
}
